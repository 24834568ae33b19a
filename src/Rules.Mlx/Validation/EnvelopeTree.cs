using System.Globalization;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Schema;

namespace MlPerf.Endpoints.Rules.Mlx.Validation;

/// <summary>A document that the one pass did not find valid, as a tree: where it breaks the schema, or why there is no tree.</summary>
internal sealed class EnvelopeTree
{
    // Values that the schema leaves open may be deep and long; their size is bounded by the file's.
    private static readonly ReadLimits Wide = ReadLimits.Default with { MaxJsonDepth = 100_000, MaxIntegerDigits = 100_000, MaxFileBytes = int.MaxValue };

    private readonly List<SchemaInstance> _faulty = [];
    private readonly List<SchemaInstance> _unholdable = [];

    // Names and indexes that lead to the value that is looked at.
    private readonly List<(string? Name, int Index)> _path = [];

    private EnvelopeTree(DocumentProblem? problem) => Problem = problem;

    /// <summary>Why it is no JSON, or a bound that was reached.</summary>
    public DocumentProblem? Problem { get; }

    /// <summary>The values that break a keyword, in file order.</summary>
    public IReadOnlyList<SchemaInstance> Faulty => _faulty;

    /// <summary>Whole numbers that are valid but beyond a double.</summary>
    public IReadOnlyList<SchemaInstance> Unholdable => _unholdable;

    public static EnvelopeTree Read(ReadOnlyMemory<byte> utf8, SubmissionPath path, SchemaNode schema)
    {
        var document = DocumentReader.Read(utf8, path, DocumentLanguage.Json, Wide);
        if (document.Problem is { } problem)
        {
            return new EnvelopeTree(problem);
        }

        if (JsonLiterals.FindForbidden(utf8.Span) is { } literal)
        {
            return new EnvelopeTree(new DocumentProblem(DocumentProblemKind.Syntax, $"{literal.Text} is no JSON value", literal.Location));
        }

        var tree = new EnvelopeTree(null);
        tree.Walk(document.Root!, schema);
        return tree;
    }

    // Recursion follows the schema, which is not deep.
    private void Walk(Node node, SchemaNode schema)
    {
        if (Keywords.BreaksAny(node, schema))
        {
            _faulty.Add(new SchemaInstance(Pointer(), node, schema));
        }
        else if (!schema.IsAnything && Keywords.IsBeyondDouble(node, schema))
        {
            _unholdable.Add(new SchemaInstance(Pointer(), node, schema));
        }

        if (node.Kind is NodeKind.Map)
        {
            var likely = 0;
            foreach (var member in node.Members)
            {
                var name = member.Name ?? "";
                var index = schema.IndexOf(name, likely);
                likely = index + 1;
                if ((index >= 0 ? schema.Members[index].Schema : schema.Others) is { IsAnything: false } child)
                {
                    _path.Add((name, 0));
                    Walk(member.Value, child);
                    _path.RemoveAt(_path.Count - 1);
                }
            }
        }
        else if (node.Kind is NodeKind.List && schema.Items is { } items)
        {
            for (var index = 0; index < node.Items.Count; index++)
            {
                _path.Add((null, index));
                Walk(node.Items[index], items);
                _path.RemoveAt(_path.Count - 1);
            }
        }
    }

    // Only what is at fault is named.
    private string Pointer()
        => string.Concat(_path.Select(part => part.Name is null ? string.Create(CultureInfo.InvariantCulture, $"/{part.Index}") : "/" + Escape(part.Name)));

    private static string Escape(string name)
        => name.Contains('~', StringComparison.Ordinal) || name.Contains('/', StringComparison.Ordinal)
            ? name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
            : name;
}
