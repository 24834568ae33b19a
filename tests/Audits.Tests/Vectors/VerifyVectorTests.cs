using System.Numerics;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Audits.OutputCaching;
using MlPerf.Endpoints.Audits.Verdicts;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

public sealed class VerifyVectorTests
{
    private static IEnumerable<TestCaseData> Verify => AuditVectors.OfCaching("verify");

    private static IEnumerable<TestCaseData> Stats => AuditVectors.OfCaching("stats");

    [TestCaseSource(nameof(Verify))]
    public void Judges_as_the_tool_does(JsonElement vector)
    {
        var verdict = CachingRule.Judge(Phase(vector.GetProperty("reference")), Phase(vector.GetProperty("audit")), vector.GetProperty("threshold").GetDouble());
        var expected = vector.GetProperty("expect");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(verdict.Passed ? 0 : 1, Is.EqualTo(expected.GetProperty("exit_code").GetInt32()));
            Assert.That(verdict.ReasonKind, Is.EqualTo(expected.GetProperty("reason_kind").GetString()));
            VerdictFields.AssertEqual(verdict, expected.GetProperty("fields"));
            Assert.That(verdict.Fields.Select(field => field.Name), Is.EqualTo(expected.GetProperty("key_order").EnumerateArray().Select(key => key.GetString())));
            Assert.That(new[] { VerdictFiles.JsonName(verdict.Test), VerdictFiles.TextName(verdict.Test) }, Is.EqualTo(expected.GetProperty("files").EnumerateArray().Select(file => file.GetString())));
            Assert.That(Encoding.UTF8.GetString(VerdictFiles.Text(verdict.Passed).Span), Is.EqualTo(expected.GetProperty("verify_txt").GetString()));
        }
    }

    [TestCaseSource(nameof(Verify))]
    public void Writes_strict_JSON_that_reads_back_to_the_last_bit(JsonElement vector)
    {
        var expected = vector.GetProperty("expect");
        var verdict = CachingRule.Judge(Phase(vector.GetProperty("reference")), Phase(vector.GetProperty("audit")), vector.GetProperty("threshold").GetDouble());

        var bytes = VerdictFiles.Json(verdict);

        using var document = JsonDocument.Parse(bytes);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bytes.Span[^1], Is.EqualTo((byte)'\n'));
            foreach (var field in expected.GetProperty("fields").EnumerateObject())
            {
                // Rates that are no numbers never reach a verdict of ours (D11); the writer still keeps the file JSON.
                if (field.Value.ValueKind is JsonValueKind.Number)
                {
                    Assert.That(document.RootElement.GetProperty(field.Name).GetRawText(), Is.EqualTo(field.Value.GetRawText()), field.Name);
                }
            }
        }
    }

    [TestCaseSource(nameof(Stats))]
    public void Tells_usable_rates_from_others(JsonElement vector)
    {
        var qps = AuditVectors.Number(vector.GetProperty("qps"));
        var expected = vector.GetProperty("expect");
        var phase = new PhaseEvidence("reference", Report(qps, vector.GetProperty("completed").GetInt64()), vector.GetProperty("requested").GetInt64());

        // What the tool lets through though it is not finite, we refuse (D11).
        if (expected.GetProperty("ok").GetBoolean() && double.IsFinite(qps!.Value))
        {
            Assert.That(PhaseGuards.UsableRate(phase), Is.EqualTo(expected.GetProperty("qps").GetDouble()));
            return;
        }

        var failure = Assert.Throws<AuditException>(() => PhaseGuards.UsableRate(phase))!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure.Problem, Is.EqualTo(expected.TryGetProperty("error", out var error) ? error.GetString() : "no_throughput"));
            Assert.That((int)failure.Kind, Is.EqualTo(4));
        }
    }

    internal static RunReport Report(double? qps, BigInteger completed, BigInteger? failed = null) => new()
    {
        Issued = completed,
        Completed = completed,
        Failed = failed ?? 0,
        DurationNs = 1,
        State = RunReport.Complete,
        IsComplete = true,
        Qps = qps,
    };

    private static CachingPhase Phase(JsonElement element)
        => new(AuditVectors.Number(element.GetProperty("qps"))!.Value, Whole(element.GetProperty("completed")), Whole(element.GetProperty("requested")));

    private static BigInteger Whole(JsonElement element) => BigInteger.Parse(element.GetRawText(), System.Globalization.CultureInfo.InvariantCulture);
}
