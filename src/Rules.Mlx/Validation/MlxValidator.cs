using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Schema;

namespace MlPerf.Endpoints.Rules.Mlx.Validation;

/// <summary>Validates MLX Benchmark Result envelopes: one pass over the bytes for the valid ones, a tree only for those that fail.</summary>
/// <remarks>Free of state; safe for use by several threads.</remarks>
/// <example><code>
/// var verdict = MlxValidator.Default.Validate(File.ReadAllBytes("run.json"));
/// foreach (var fault in verdict.Violations)
/// {
///     Console.WriteLine($"{fault.Pointer}: {fault.Keyword}");
/// }
/// </code></example>
public sealed class MlxValidator
{
    private readonly SchemaNode _root;

    /// <summary>A validator of one state of the schema.</summary>
    /// <param name="schema">The states; the bundled ones where null.</param>
    /// <param name="dialect">The state; <see cref="EnvelopeSchema.Current"/> where null.</param>
    /// <exception cref="ArgumentException">There is no such state.</exception>
    public MlxValidator(EnvelopeSchema? schema = null, string? dialect = null)
    {
        Schema = schema ?? EnvelopeSchema.Default;
        if (dialect is not null && !Schema.Dialects.Contains(dialect, StringComparer.Ordinal))
        {
            throw new ArgumentException($"There is no state '{dialect}' of the schema; known: {string.Join(", ", Schema.Dialects)}.", nameof(dialect));
        }

        _root = Schema.Root(dialect);
    }

    /// <summary>The validator of the current state.</summary>
    public static MlxValidator Default { get; } = new();

    internal EnvelopeSchema Schema { get; }

    /// <summary>Whether a document is a valid envelope.</summary>
    /// <param name="utf8">The document.</param>
    public bool IsValid(ReadOnlyMemory<byte> utf8) => IsCertainlyValid(utf8.Span) || Validate(utf8).IsValid;

    /// <summary>Judges a document.</summary>
    /// <param name="utf8">The document.</param>
    public MlxVerdict Validate(ReadOnlyMemory<byte> utf8)
    {
        if (IsCertainlyValid(utf8.Span))
        {
            return MlxVerdict.Valid;
        }

        var tree = ReadTree(utf8, SubmissionPath.Root);
        if (tree.Problem is { } problem)
        {
            return new MlxVerdict { Problem = problem };
        }

        var violations = new List<MlxViolation>();
        foreach (var instance in tree.Faulty)
        {
            AddViolations(instance, violations);
        }

        violations.Sort(static (a, b) => string.CompareOrdinal(a.Pointer, b.Pointer) is var byPointer and not 0 ? byPointer : string.CompareOrdinal(a.Keyword, b.Keyword));
        return new MlxVerdict { Violations = [.. violations] };
    }

    internal bool IsSuite(string word) => _root["suite"]?.Schema.Options?.Contains(word, StringComparer.Ordinal) is true;

    /// <summary>The one pass; false where a tree has to decide.</summary>
    internal bool IsCertainlyValid(ReadOnlySpan<byte> utf8) => EnvelopeScanner.IsValid(utf8, _root);

    internal EnvelopeTree ReadTree(ReadOnlyMemory<byte> utf8, SubmissionPath path) => EnvelopeTree.Read(utf8, path, _root);

    private static void AddViolations(SchemaInstance instance, List<MlxViolation> violations)
    {
        var (pointer, node, schema) = instance;
        Add(Keywords.BreaksType(node, schema), Keywords.Type);
        Add(Keywords.BreaksConst(node, schema), Keywords.Const);
        Add(Keywords.BreaksEnum(node, schema), Keywords.Enum);
        Add(Keywords.BreaksMinLength(node, schema), Keywords.MinLength);
        Add(Keywords.BreaksPattern(node, schema), Keywords.Pattern);
        Add(Keywords.BreaksFormat(node, schema), Keywords.Format);
        Add(Keywords.BreaksMinimum(node, schema), Keywords.Minimum);
        foreach (var _ in Keywords.Missing(node, schema))
        {
            Add(true, Keywords.Required);
        }

        foreach (var _ in Keywords.Surplus(node, schema))
        {
            Add(true, Keywords.AdditionalProperties);
        }

        void Add(bool isBroken, string keyword)
        {
            if (isBroken)
            {
                violations.Add(new MlxViolation(pointer, keyword));
            }
        }
    }
}
