using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using MlPerf.Endpoints.Audits.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>Writes a resolved configuration as the benchmark tool does: block YAML, nulls left out, secrets replaced (audits, section 7.4).</summary>
public static class ConfigWriter
{
    /// <summary>The file's text.</summary>
    public static string ToYaml(ConfigTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        var text = new StringBuilder();
        WriteMapping(text, tree.Members, indent: 0, isInList: false);
        return text.ToString();
    }

    /// <summary>SHA-256 of the configuration without <c>report_dir</c> and <c>audit</c>, in lower-case hex: what two phases must share.</summary>
    public static string Fingerprint(ConfigTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ToYaml(tree.Without("report_dir").Without("audit")))));
    }

    private static void WriteMapping(StringBuilder text, ImmutableArray<Detail> members, int indent, bool isInList)
    {
        var isFirst = true;
        foreach (var (name, value) in members)
        {
            if (value is null)
            {
                continue;
            }

            // The first key of a mapping in a list stands behind its dash.
            text.Append(' ', isFirst && isInList ? 0 : indent).Append(Scalar(name)).Append(':');
            isFirst = false;
            WriteValue(text, Secrets.IsSecretName(name) && value is string ? Secrets.Redacted : value, indent);
        }

        if (isFirst)
        {
            text.Append(isInList ? "{}\n" : "");
        }
    }

    private static void WriteValue(StringBuilder text, object value, int indent)
    {
        switch (value)
        {
            case ImmutableArray<Detail> { Length: 0 }:
                text.Append(" {}\n");
                break;
            case ImmutableArray<Detail> members:
                text.Append('\n');
                WriteMapping(text, members, indent + 2, isInList: false);
                break;
            case string scalar:
                text.Append(' ').Append(Scalar(Secrets.Clean(scalar))).Append('\n');
                break;
            case IEnumerable items:
                WriteList(text, [.. items.Cast<object?>()], indent);
                break;
            default:
                text.Append(' ').Append(Plain(value)).Append('\n');
                break;
        }
    }

    private static void WriteList(StringBuilder text, List<object?> items, int indent)
    {
        if (items.Count == 0)
        {
            text.Append(" []\n");
            return;
        }

        text.Append('\n');
        foreach (var item in items)
        {
            text.Append(' ', indent).Append('-');
            switch (item)
            {
                case null:
                    text.Append(" null\n");
                    break;
                case ImmutableArray<Detail> members:
                    text.Append(' ');
                    WriteMapping(text, members, indent + 2, isInList: true);
                    break;
                default:
                    WriteValue(text, item, indent + 2);
                    break;
            }
        }
    }

    private static string Plain(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        double number => PythonFloat.ToYaml(number),
        int or long or BigInteger => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} has no form in YAML here.", nameof(value)),
    };

    // Whatever could be read as something other than this text stands in quotes.
    private static string Scalar(string text)
    {
        var isPlain = text.Length > 0 && (char.IsAsciiLetter(text[0]) || text[0] is '/' or '_' or '.') && text is not ("." or "..");
        foreach (var c in text)
        {
            isPlain &= char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.' or '/' or '+' or '@' || (c is ':' && !text.EndsWith(':'));
        }

        isPlain &= !text.StartsWith('.') || text.StartsWith("./", StringComparison.Ordinal);
        var lower = text.ToLowerInvariant();
        isPlain &= lower is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n");
        if (isPlain)
        {
            return text;
        }

        var needsEscapes = text.AsSpan().IndexOfAnyExceptInRange(' ', '~') >= 0;
        if (!needsEscapes)
        {
            return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        return Encoding.UTF8.GetString(JsonText.Make(json => json.WriteStringValue(text)).Span);
    }
}
