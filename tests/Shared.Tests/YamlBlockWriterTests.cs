using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Shared.Tests;

public sealed class YamlBlockWriterTests
{
    [Test]
    public void Writes_what_PyYAML_writes()
    {
        var wrong = new List<string>();
        var count = 0;
        foreach (var (sortsKeys, value, expected) in Rows())
        {
            count++;
            var written = YamlBlockWriter.Write(value, sortsKeys);
            if (!string.Equals(written, expected, StringComparison.Ordinal))
            {
                wrong.Add($"expected:\n{expected}\nwritten:\n{written}");
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(count, Is.GreaterThan(400));
            Assert.That(wrong, Is.Empty);
        }
    }

    [Test]
    public void Refuses_what_is_nested_too_deep()
    {
        var node = Node.Null(default);
        for (var depth = 0; depth < 600; depth++)
        {
            node = Node.List(default, [node]);
        }

        Assert.That(() => YamlBlockWriter.Write(node, sortsKeys: true), Throws.TypeOf<FormatException>());
    }

    /// <summary>Rows of a file that Python wrote: whether keys were sorted, the value, and <c>yaml.safe_dump</c> of it in block style.</summary>
    private static IEnumerable<(bool SortsKeys, Node Value, string Expected)> Rows()
    {
        using var lines = new StreamReader(typeof(YamlBlockWriterTests).Assembly.GetManifestResourceStream("yaml.jsonl")!);
        while (lines.ReadLine() is { } line)
        {
            var row = DocumentReader.Read(Encoding.UTF8.GetBytes(line), SubmissionPath.Root, DocumentLanguage.Json).Root!.Items;
            yield return (row[0].AsBoolean, row[1], row[2].AsText!);
        }
    }
}
