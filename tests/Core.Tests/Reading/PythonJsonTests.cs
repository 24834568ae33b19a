using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Tests.Reading;

/// <summary>12,000 texts are read, or refused, as Python's <c>json.loads</c> does; <c>json-texts.py</c> generates them from a seed, with its answers.</summary>
public sealed class PythonJsonTests
{
    [Test]
    public void Texts_are_read_as_Python_reads_them()
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reading", "json-texts.json.gz")), CompressionMode.Decompress);
        using var cases = JsonDocument.Parse(packed);
        var differences = new List<string>();
        foreach (var pair in cases.RootElement.EnumerateArray())
        {
            var text = pair[0].GetString()!;
            var document = Documents.Json(text);
            var found = document.Root is null ? null : Answer(document.Root);
            if (found != pair[1].GetString() || (found is null && document.Problem is not { Kind: DocumentProblemKind.Syntax, Location: not null, ExceedsLimit: false }))
            {
                differences.Add($"{pair[0].GetRawText()}: {found ?? document.Problem?.ToString()}, Python: {pair[1]}");
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(cases.RootElement.GetArrayLength(), Is.EqualTo(12_000));
            Assert.That(differences, Is.Empty);
        }
    }

    // The form is described where it is written, in json-texts.py.
    private static string Answer(Node node) => node.Kind switch
    {
        NodeKind.Null => "null",
        NodeKind.Boolean => node.AsBoolean ? "true" : "false",
        NodeKind.Integer => string.Create(CultureInfo.InvariantCulture, $"i{node.AsInteger}"),
        NodeKind.Number when double.IsNaN(node.AsNumber) => "nan",
        NodeKind.Number => "d" + BitConverter.DoubleToInt64Bits(node.AsNumber).ToString("x16", CultureInfo.InvariantCulture),
        NodeKind.Text => Units(node.AsText!),
        NodeKind.List => $"[{string.Join(',', node.Items.Select(Answer))}]",
        _ => $"{{{string.Join(',', node.Members.Select(member => $"{Units(member.Name!)}:{Answer(member.Value)}"))}}}",
    };

    private static string Units(string text)
    {
        var units = new byte[text.Length * 2];
        for (var at = 0; at < text.Length; at++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(units.AsSpan(at * 2), text[at]);
        }

        return "s" + Convert.ToHexStringLower(units);
    }
}
