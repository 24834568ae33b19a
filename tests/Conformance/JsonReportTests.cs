using System.Globalization;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Conformance;

/// <summary>The JSON report has the form of Python's <c>json.dumps(report, indent=2, ensure_ascii=False)</c>, byte for byte.</summary>
public sealed class JsonReportTests
{
    public static IEnumerable<string> SampleNames() => Samples.Names;

    [TestCaseSource(nameof(SampleNames))]
    public void Reports_of_samples_have_the_form_of_the_reference(string sample)
    {
        var report = SubmissionBuilder.FromSample(sample).Check();

        Assert.That(Text(utf8 => JsonReportWriter.Write(utf8, report)), Is.EqualTo(InPythonsForm(report.ToJson())));
    }

    [Test]
    public void Several_reports_stand_in_one_list()
    {
        var report = SubmissionBuilder.V0_7Readme().Check();

        var json = Text(utf8 => JsonReportWriter.Write(utf8, [report, report]));

        Assert.That(json, Is.EqualTo(InPythonsForm($"{{\"reports\": [{report.ToJson()}, {report.ToJson()}]}}")));
    }

    [TestCase("\"\\/\b\f\n\r\t\u0001", "\\\"\\\\/\\b\\f\\n\\r\\t\\u0001")]
    [TestCase("é \u007f \u2028 \U0001f600 <&'+>", "é \u007f \u2028 \U0001f600 <&'+>")]
    public void Texts_are_escaped_as_the_reference_escapes_them(string text, string expected)
    {
        var catalogue = new RuleCatalogueBuilder().AddRule(new EchoRule(text)).Build();

        var json = SubmissionBuilder.V1_0().Check(catalogue).ToJson();

        Assert.That(json, Does.Contain($"\n      \"message\": \"said {expected}, {{{{}}}} times 10000000000000000\",\n").And.Contain($"\"fix\": \"Say less than {expected}.\""));
    }

    [Test]
    public void Unpaired_surrogates_stay_what_they_are()
    {
        var catalogue = new RuleCatalogueBuilder().AddRule(new EchoRule("\ud83d, \ude00")).Build();

        Assert.That(SubmissionBuilder.V1_0().Check(catalogue).ToJson(), Does.Contain("\"fix\": \"Say less than \\ud83d, \\ude00.\""));
    }

    // Two processors of so many watts each; up to 17 digits are counted out.
    [TestCase("5e15", "10000000000000000")]
    [TestCase("5e16", "1E+17")]
    [TestCase("0.25", "0.5")]
    public void Figures_of_power_keep_their_form(string watts, string expected)
    {
        const string Descriptor = "results/acme_a8/system_power.json";
        var submission = SubmissionBuilder.V1_0();
        submission.Write(Descriptor, submission.ReadText(Descriptor).Replace("\"value_w\": 400", $"\"value_w\": {watts}", StringComparison.Ordinal));

        Assert.That(submission.Check().ToJson(), Does.Contain($"\"cpu_w\": {expected},\n"));
    }

    private static string Text(Action<Stream> write)
    {
        using var utf8 = new MemoryStream();
        write(utf8);
        return Encoding.UTF8.GetString(utf8.ToArray());
    }

    private static string InPythonsForm(string json)
    {
        using var document = JsonDocument.Parse(json);
        var text = new StringBuilder();
        Dump(document.RootElement, "\n", text);
        return text.ToString();
    }

    private static void Dump(JsonElement value, string lineEnd, StringBuilder text)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Dump('{', value.EnumerateObject(), '}', lineEnd, text, member =>
                {
                    Quote(member.Name, text);
                    text.Append(": ");
                    Dump(member.Value, lineEnd + "  ", text);
                });
                break;
            case JsonValueKind.Array:
                Dump('[', value.EnumerateArray(), ']', lineEnd, text, item => Dump(item, lineEnd + "  ", text));
                break;
            case JsonValueKind.String:
                Quote(value.GetString()!, text);
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void Dump<T>(char open, IEnumerable<T> items, char close, string lineEnd, StringBuilder text, Action<T> dump)
    {
        text.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            text.Append(isFirst ? "" : ",").Append(lineEnd).Append("  ");
            dump(item);
            isFirst = false;
        }

        text.Append(isFirst ? "" : lineEnd).Append(close);
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        }

        text.Append('"');
    }

    private sealed class EchoRule(string text) : ComplianceRule<Submission>
    {
        private static readonly Outcome Said = Outcome.Error("said", "house", "said {text}, {{{{}}}} times {number}", "Say less than {text}.");

        public override RuleDescriptor Descriptor { get; } = new("echo", "Echo", [SpecRevision.V1_0], [Said]);

        public override IEnumerable<RuleResult> Check(Submission target) => [Said.At(target.Path, ("text", text), ("number", 1e16))];
    }
}
