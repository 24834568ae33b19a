using System.Text;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>Replaces <c>${NAME}</c>, <c>${NAME:-default}</c> and <c>$NAME</c> in every text value of a configuration (audits, section 7.3).</summary>
/// <remarks>A doubled dollar is a dollar; keys are not touched; what was text stays text and is coerced afterwards.</remarks>
internal sealed class EnvironmentSubstitution(Func<string, string?> environment)
{
    // YAML aliases may make the tree cyclic or as large as 2^n; what is deeper or larger than any configuration is refused.
    private const int MaxDepth = 100;
    private const int MaxNodes = 200_000;

    private int _nodes;

    /// <summary>Why a value could not be replaced; null where all could.</summary>
    public string? Fault { get; private set; }

    /// <summary>Replaces in a tree.</summary>
    public Node Apply(Node node) => Apply(node, 0);

    private Node Apply(Node node, int depth)
    {
        if (++_nodes > MaxNodes || depth > MaxDepth)
        {
            Fault ??= "the file is nested too deeply, or its aliases expand to too much";
            return node;
        }

        return node.Kind switch
        {
            NodeKind.Text when node.AsText!.Contains('$', StringComparison.Ordinal) => Node.Text(node.Location, Replace(node.AsText)),
            NodeKind.List => Node.List(node.Location, node.Items.Select(item => Apply(item, depth + 1)).ToArray()),
            NodeKind.Map => Node.Map(node.Location, node.Members.Select(member => new Member(member.Key, Apply(member.Value, depth + 1))).ToArray()),
            _ => node,
        };
    }

    private string Replace(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '$' && (at == 0 || text[at - 1] != '$') && Match(text, at) is { } match)
            {
                result.Append(Value(match));
                at = match.End;
            }
            else
            {
                result.Append(text[at++]);
            }
        }

        return result.Replace("$$", "$").ToString();
    }

    private string Value(Reference reference)
    {
        var value = environment(reference.Name) ?? reference.Default;
        if (value is null)
        {
            Fault ??= $"the variable {reference.Name} of the environment is not set and has no default; set it, or write ${{{reference.Name}:-default}}";
        }

        return value ?? "";
    }

    private static Reference? Match(string text, int dollar)
    {
        var isBraced = dollar + 1 < text.Length && text[dollar + 1] == '{';
        var start = dollar + (isBraced ? 2 : 1);
        var end = start;
        while (end < text.Length && (text[end] == '_' || (end == start ? char.IsAsciiLetter(text[end]) : char.IsLetterOrDigit(text[end]))))
        {
            end++;
        }

        if (end == start)
        {
            return null;
        }

        var name = text[start..end];
        if (!isBraced)
        {
            return new Reference(name, null, end);
        }

        if (end < text.Length && text[end] == '}')
        {
            return new Reference(name, null, end + 1);
        }

        if (text.AsSpan(end).StartsWith(":-", StringComparison.Ordinal) && text.IndexOf('}', end) is var close and > 0 && !text.AsSpan(end, close - end).Contains('\n'))
        {
            return new Reference(name, text[(end + 2)..close], close + 1);
        }

        return null;
    }

    private readonly record struct Reference(string Name, string? Default, int End);
}
