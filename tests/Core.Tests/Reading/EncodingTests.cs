using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Reading;

public sealed class EncodingTests
{
    private static readonly DocumentLanguage[] Languages = [DocumentLanguage.Json, DocumentLanguage.Yaml];

    [TestCase(new byte[] { (byte)'{', (byte)'\n', 0xE9, (byte)'}' }, 2, 1)]
    [TestCase(new byte[] { 0x80 }, 1, 1)]
    [TestCase(new byte[] { (byte)'a', 0xC3 }, 1, 2)]
    [TestCase(new byte[] { (byte)'a', 0xC3, 0xA9, 0xF0, 0x9F, 0x9A, 0x80, 0xFF }, 1, 4)]
    [TestCase(new byte[] { (byte)'\r', (byte)'\n', (byte)'\r', 0xED, 0xA0, 0x80 }, 3, 1)]
    [TestCase(new byte[] { 0xC0, 0x80 }, 1, 1)]
    [TestCase(new byte[] { 0xFF, 0xFE, (byte)'{', 0 }, 1, 1)]
    [TestCase(new byte[] { 0xFE, 0xFF, 0, (byte)'{' }, 1, 1)]
    public void Refuses_bytes_that_are_no_UTF_8(byte[] bytes, int line, int column)
    {
        foreach (var language in Languages)
        {
            var problem = Documents.Read(bytes, language).Problem;

            using (Assert.EnterMultipleScope())
            {
                Assert.That(problem?.Kind, Is.EqualTo(DocumentProblemKind.Encoding));
                Assert.That(problem?.Location, Is.EqualTo(new SourceLocation(line, column)));
                Assert.That(problem?.Detail, Does.Contain("UTF-8"));
            }
        }
    }

    [Test]
    public void Says_so_where_a_file_is_UTF_16()
        => Assert.That(Documents.Read(Encoding.Unicode.GetPreamble(), DocumentLanguage.Json).Problem?.Detail, Does.Contain("UTF-16"));

    [Test]
    public void Refuses_a_byte_order_mark_in_JSON_only()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Documents.Json("\uFEFF{}").Problem?.Detail, Does.Contain("byte order mark"));
            Assert.That(Documents.Root(Documents.Yaml("\uFEFFa: 1"))["a"]?.Location, Is.EqualTo(new SourceLocation(1, 4)));
        }
    }

    [Test]
    public void Tells_a_missing_file_from_one_that_cannot_be_read()
    {
        var source = new MemorySource("root", [], [SubmissionPath.Parse("folder")]);

        using (Assert.EnterMultipleScope())
        {
            var missing = DocumentReader.Read(source, SubmissionPath.Parse("none.json"), DocumentLanguage.Json);
            Assert.That(missing.Problem?.Kind, Is.EqualTo(DocumentProblemKind.Missing));
            Assert.That(missing.Exists, Is.False);

            var folder = DocumentReader.Read(source, SubmissionPath.Parse("folder"), DocumentLanguage.Json);
            Assert.That(folder.Problem?.Kind, Is.EqualTo(DocumentProblemKind.Io));
            Assert.That(folder.Problem?.Detail, Does.Contain("folder"));
            Assert.That(folder.Exists, Is.True);
        }
    }

    [Test]
    public void Refuses_a_file_above_the_limit()
    {
        var limits = new ReadLimits { MaxFileBytes = 3 };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Documents.Json("[1]", limits).Problem, Is.Null);
            Assert.That(Documents.Json("[12]", limits).Problem?.Kind, Is.EqualTo(DocumentProblemKind.Io));
        }
    }

    [Test]
    public void Tells_a_file_beyond_a_bound_from_one_that_is_wrong()
    {
        var limits = new ReadLimits { MaxNodes = 3, MaxJsonDepth = 2, MaxYamlDepth = 2, MaxIntegerDigits = 2 };
        var yes = (string[])["[1, 2, 3]", "[[[]]]", "111"];

        using (Assert.EnterMultipleScope())
        {
            foreach (var text in yes)
            {
                Assert.That(Documents.Json(text, limits).Problem?.ExceedsLimit, Is.True, text);
                Assert.That(Documents.Yaml(text, limits).Problem?.ExceedsLimit, Is.True, text);
            }

            Assert.That(Documents.Json("[", limits).Problem?.ExceedsLimit, Is.False);
            Assert.That(Documents.Yaml("[", limits).Problem?.ExceedsLimit, Is.False);
        }
    }
}
