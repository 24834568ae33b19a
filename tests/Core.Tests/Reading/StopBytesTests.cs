using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Reading;

/// <summary>Texts are read alike on both sides of the length up to which they are walked byte by byte.</summary>
public sealed class StopBytesTests
{
    private static readonly int[] Lengths = [0, 1, 1023, 16382, 16383, 16384, 16385, 50000];

    [TestCaseSource(nameof(Lengths))]
    public void Json_text_of_any_length_ends_at_its_quote(int length)
    {
        var text = new string('x', length) + "é\n\"";

        Assert.That(Read($"[\"{text.Replace("\"", "\\\"").Replace("\n", "\\n")}\", 1]", DocumentLanguage.Json), Is.EqualTo(text));
    }

    [TestCaseSource(nameof(Lengths))]
    public void Yaml_text_of_any_length_ends_at_its_quote(int length)
    {
        var text = new string('x', length) + "é'";

        Assert.That(Read($"- '{text.Replace("'", "''")}'\n- 1\n", DocumentLanguage.Yaml), Is.EqualTo(text));
    }

    [TestCaseSource(nameof(Lengths))]
    public void Plain_yaml_text_of_any_length_ends_at_its_line(int length)
    {
        var text = new string('x', length) + "é";

        Assert.That(Read($"- {text}\n- 1\n", DocumentLanguage.Yaml), Is.EqualTo(text));
    }

    [TestCaseSource(nameof(Lengths))]
    public void A_control_character_is_refused_at_any_distance(int length)
        => Assert.That(
            DocumentReader.Read(Encoding.UTF8.GetBytes($"a: {new string('x', length)}\u0001\n"), SubmissionPath.Parse("x.yaml"), DocumentLanguage.Yaml).Problem?.Location,
            Is.EqualTo(new SourceLocation(1, length + 4)));

    private static string? Read(string text, DocumentLanguage language)
        => DocumentReader.Read(Encoding.UTF8.GetBytes(text), SubmissionPath.Parse("x"), language).Root?.Items is [var first, { Kind: NodeKind.Integer }] ? first.AsText : null;
}
