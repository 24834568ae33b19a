using System.Text;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

public sealed class ConfigWriterTests
{
    private static readonly string RunsFolder = Path.Join(AuditVectors.CorpusFolder, "runs");

    // Written by the benchmark tool; recorded runs hold every kind of value that it resolves.
    private static IEnumerable<TestCaseData> Recorded
        => Directory.EnumerateFiles(RunsFolder, "config.yaml", SearchOption.AllDirectories)
            .Select(file => new TestCaseData(file) { TestName = $"{nameof(Writes_a_recorded_configuration_again)}({Path.GetRelativePath(RunsFolder, file)})" });

    [TestCaseSource(nameof(Recorded))]
    public void Writes_a_recorded_configuration_again(string file)
    {
        var root = DocumentReader.Read(File.ReadAllBytes(file), SubmissionPath.Root, DocumentLanguage.Yaml).Root!;
        var tree = new ConfigTree((System.Collections.Immutable.ImmutableArray<Detail>)ConfigTree.FromNode(root)!);

        Assert.That(ConfigWriter.ToYaml(tree), Is.EqualTo(File.ReadAllText(file)));
    }

    [Test]
    public void Keeps_numbers_and_texts_apart_and_secrets_back()
    {
        var tree = new ConfigTree(
        [
            Detail.Of("threshold", 1e-6),
            Detail.Of("version", "1.0"),
            Detail.Of("name", "größe: 1"),
            new("absent", null),
            new("list", new List<object?> { null, 1, new List<object?>() }),
            Detail.Of("api_key", "key"),
            Detail.Of("url", "http://user:word@host/?token=t&a=b"),
        ]);

        var text = ConfigWriter.ToYaml(tree);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Is.EqualTo("threshold: 1.0e-06\nversion: '1.0'\nname: \"gr\\xF6\\xDFe: 1\"\nlist:\n- null\n- 1\n- []\napi_key: <redacted>\nurl: http://<redacted>@host/?token=<redacted>&a=b\n"));
            Assert.That(DocumentReader.Read(Encoding.UTF8.GetBytes(text), SubmissionPath.Root, DocumentLanguage.Yaml).Root!["threshold"]!.AsNumber, Is.EqualTo(1e-6));
        }
    }
}
