using System.Numerics;
using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Shared.Tests;

/// <summary>The expected texts are what <c>json.dumps</c> of Python writes.</summary>
public sealed class NodeJsonTests
{
    private const string Document = """{"a": [1, -0.0, 1e16, 1e-05, true, null], "é, \"x\": y": "\u2028😀\u007f\b", "empty": [{}, []], "big": 123456789012345678901234567890}""";

    [Test]
    public void Writes_files_as_Python_does()
        => Assert.That(
            Encoding.UTF8.GetString(NodeJson.Indented(Read(Document))),
            Is.EqualTo("""
                {
                  "a": [
                    1,
                    -0.0,
                    1e+16,
                    1e-05,
                    true,
                    null
                  ],
                  "\u00e9, \"x\": y": "\u2028\ud83d\ude00\u007f\b",
                  "empty": [
                    {},
                    []
                  ],
                  "big": 123456789012345678901234567890
                }
                """.ReplaceLineEndings("\n")));

    [Test]
    public void Writes_requests_without_blanks_and_with_letters_as_they_are()
        => Assert.That(
            Encoding.UTF8.GetString(NodeJson.Compact(Read(Document))),
            Is.EqualTo("{\"a\":[1,-0.0,1e+16,1e-05,true,null],\"é, \\\"x\\\": y\":\"\u2028😀\u007f\\b\",\"empty\":[{},[]],\"big\":123456789012345678901234567890}"));

    [Test]
    public void Writes_one_line_with_blanks_behind_separators_but_not_in_texts()
        => Assert.That(
            NodeJson.Spaced(Read(Document)),
            Is.EqualTo("""{"a": [1, -0.0, 1e+16, 1e-05, true, null], "\u00e9, \"x\": y": "\u2028\ud83d\ude00\u007f\b", "empty": [{}, []], "big": 123456789012345678901234567890}"""));

    [Test]
    public void Writes_not_a_number_to_files_and_refuses_to_send_it()
    {
        var node = Read("[NaN, -Infinity]");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(NodeJson.Spaced(node), Is.EqualTo("[NaN, -Infinity]"));
            Assert.That(() => NodeJson.Compact(node), Throws.TypeOf<FormatException>().With.Message.Contains("NaN"));
        }
    }

    [Test]
    public void Writes_keys_and_dates_of_YAML_as_texts()
        => Assert.That(
            NodeJson.Spaced(Read("{1: 2026-10-01, 2.50: 2026-10-01 12:00:00, ~: true}", DocumentLanguage.Yaml)),
            Is.EqualTo("""{"1": "2026-10-01", "2.5": "2026-10-01T12:00:00", "null": true}"""));

    [TestCase("{1: a, '1': b}", "same name")]
    [TestCase("&a [*a]", "contains itself")]
    public void Refuses_what_has_no_form_in_JSON(string yaml, string problem)
        => Assert.That(() => NodeJson.Indented(Read(yaml, DocumentLanguage.Yaml)), Throws.TypeOf<FormatException>().With.Message.Contains(problem));

    [Test]
    public void Refuses_keys_that_are_no_scalars()
        => Assert.That(
            () => NodeJson.Compact(Node.Map(default, [new Member(Node.List(default, []), Node.Null(default))])),
            Throws.TypeOf<FormatException>().With.Message.Contains("list or a mapping"));

    [Test]
    public void Keeps_integers_at_the_ends_of_a_long()
        => Assert.That(
            NodeJson.Spaced(Node.List(default, [Node.Integer(default, new BigInteger(long.MinValue)), Node.Integer(default, new BigInteger(ulong.MaxValue))])),
            Is.EqualTo("[-9223372036854775808, 18446744073709551615]"));

    private static Node Read(string text, DocumentLanguage language = DocumentLanguage.Json)
        => DocumentReader.Read(Encoding.UTF8.GetBytes(text), SubmissionPath.Root, language).Root ?? throw new FormatException("The test's document cannot be read.");
}
