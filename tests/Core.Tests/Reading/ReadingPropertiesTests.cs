using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MlPerf.Endpoints.Core.Reading;
using YamlDotNet.Serialization;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace MlPerf.Endpoints.Core.Tests.Reading;

/// <summary>Laws of the readers.</summary>
public sealed class ReadingPropertiesTests
{
    private static readonly string[] Fragments =
    [
        "{", "}", "[", "]", ":", ",", "\"", "'", "a", "b: ", "- ", "? ", ": ", "\n", "\r\n", "  ", "\t", "#", "&x", "*x", "!", "!!int ", "!!set ", "!!binary ", "|\n", ">-\n", "<<: ", "---\n", "...\n",
        "%YAML 1.1\n", "\\", "\\u", "\\ud800", "0", "1", "-", ".5", "1e9", "0x_", "1:30", "2026-02-30", "NaN", "null", "true", "~", "=", "\u0085", "\u2028", "\u00E9", "\U0001F680", "\uFEFF", "\0",
    ];

    // Four times the usual number of cases: these are the inputs of strangers.
    [Property(MaxTest = 400)]
    public Property Any_bytes_are_read_or_refused_but_never_throw()
        => Prop.ForAll<byte[]>(static bytes =>
        {
            var json = Documents.Read(bytes, DocumentLanguage.Json);
            var yaml = Documents.Read(bytes, DocumentLanguage.Yaml);
            return (json.Root is null) != (json.Problem is null) && (yaml.Root is null) != (yaml.Problem is null);
        });

    [Property(MaxTest = 1000)]
    public Property Any_mixture_of_syntax_is_read_or_refused_but_never_throws()
        => Prop.ForAll(
            Arb.From(Gen.ListOf(Gen.Elements(Fragments))),
            static fragments =>
            {
                var text = string.Concat(fragments);
                var json = Documents.Json(text);
                var yaml = Documents.Yaml(text);
                return (json.Root is null) != (json.Problem is null) && (yaml.Root is null) != (yaml.Problem is null);
            });

    [Property]
    public Property What_a_simple_writer_wrote_as_JSON_is_read_back()
        => Prop.ForAll(Arb.From(Value(3)), static value => Documents.Print(Documents.Root(Documents.Json(Write(value)))) == Print(value));

    // In a flow collection every JSON text of these values is YAML as well.
    [Property]
    public Property What_a_simple_writer_wrote_as_JSON_is_read_back_as_YAML()
        => Prop.ForAll(Arb.From(Value(3)), static value => Documents.Print(Documents.Root(Documents.Yaml($"[{Write(value)}]"))) == $"[{Print(value)}]");

    [Property]
    public Property What_another_library_wrote_as_YAML_is_read_back()
        => Prop.ForAll(
            Arb.From(Gen.ListOf(Text())),
            static texts =>
            {
                var writer = new SerializerBuilder().WithQuotingNecessaryStrings(quoteYaml1_1Strings: true).Build();
                var root = Documents.Root(Documents.Yaml(writer.Serialize(texts)));
                return root.Items.Select(item => item.AsText).SequenceEqual(texts);
            });

    [Property]
    public Property A_place_leads_back_to_the_value()
        => Prop.ForAll(
            Arb.From(Gen.ListOf(Text())),
            static texts =>
            {
                var json = $"[{string.Join(",\r\n\t", texts.Select(Quote))}]";
                var lines = json.Split("\r\n");
                return Documents.Root(Documents.Json(json)).Items.All(item =>
                {
                    var line = lines[item.Location.Line - 1].EnumerateRunes().ToArray();
                    return string.Concat(line[(item.Location.Column - 1)..]).StartsWith(Quote(item.AsText!), StringComparison.Ordinal);
                });
            });

    private static Gen<string> Text()
        => Gen.ListOf(Gen.Elements("a", "Z", "0", " ", "'", "\"", "\\", "\n", ":", "#", "-", "\u00E9", "\u20AC", "\U0001F680")).Select(static parts => string.Concat(parts));

    private static Gen<object?> Value(int depth)
    {
        var scalar = Gen.OneOf(
            Gen.Constant<object?>(null),
            Gen.Elements<object?>(true, false),
            Gen.Choose(int.MinValue, int.MaxValue).Select(static number => (object?)number),
            Gen.Choose(int.MinValue, int.MaxValue).Select(static number => (object?)(number / 1024.0)),
            Text().Select(static text => (object?)text));
        return depth == 0 ? scalar
            : Gen.OneOf(
                scalar,
                Gen.ListOf(Value(depth - 1)).Select(static items => (object?)items.ToArray()),
                Gen.ListOf(Value(depth - 1)).Select(static items => (object?)items.Select((item, index) => KeyValuePair.Create($"k{index}", item)).ToArray()));
    }

    private static string Write(object? value) => value switch
    {
        null => "null",
        bool boolean => boolean ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        // The point makes it a double, also where there is nothing behind it.
        double number => double.IsInteger(number) ? string.Create(CultureInfo.InvariantCulture, $"{number:R}.0") : number.ToString("R", CultureInfo.InvariantCulture),
        string text => Quote(text),
        object?[] items => $"[{string.Join(", ", items.Select(Write))}]",
        KeyValuePair<string, object?>[] members => $"{{{string.Join(", ", members.Select(static member => $"{Quote(member.Key)}: {Write(member.Value)}"))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Quote(string text)
        => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";

    private static string Print(object? value)
    {
        switch (value)
        {
            case null:
                return "null";
            case bool boolean:
                return boolean ? "true" : "false";
            case int number:
                return string.Create(CultureInfo.InvariantCulture, $"int {number}");
            case double number:
                return string.Create(CultureInfo.InvariantCulture, $"double {number:R}");
            case string text:
                var printed = new StringBuilder("\"");
                foreach (var unit in text)
                {
                    printed.Append(unit is >= ' ' and <= '~' ? unit.ToString() : $"\\u{(int)unit:X4}");
                }

                return printed.Append('"').ToString();
            case object?[] items:
                return $"[{string.Join(", ", items.Select(Print))}]";
            case KeyValuePair<string, object?>[] members:
                return $"{{{string.Join(", ", members.Select(static member => $"\"{member.Key}\": {Print(member.Value)}"))}}}";
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }
}
