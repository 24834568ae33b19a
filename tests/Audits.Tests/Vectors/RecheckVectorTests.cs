using System.Numerics;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Recheck;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

public sealed class RecheckVectorTests
{
    private static IEnumerable<TestCaseData> Recheck => AuditVectors.OfCaching("recheck");

    private static IEnumerable<TestCaseData> RecheckCountingFailures
        => AuditVectors.OfCaching("recheck").Where(data => ((JsonElement)data.Arguments[0]!).TryGetProperty("expect_count_failed_as_completed", out _));

    [TestCaseSource(nameof(Recheck))]
    public void Judges_the_folder_again(JsonElement vector) => AssertRecheck(vector, "expect", countFailed: false);

    [TestCaseSource(nameof(RecheckCountingFailures))]
    public void Judges_as_the_tool_where_failures_count_as_completed(JsonElement vector) => AssertRecheck(vector, "expect_count_failed_as_completed", countFailed: true);

    [TestCase("audit-honest-concurrency", true)]
    [TestCase("audit-cache-concurrency", false)]
    [TestCase("audit-honest-max_throughput", true)]
    [TestCase("audit-cache-max_throughput", true)]
    public void Gives_the_stored_verdict_of_a_recorded_run(string run, bool passed)
    {
        var folder = Path.Join(AuditVectors.CorpusFolder, "runs", run, "audit");

        var result = new AuditRecheck(AuditRegistry.Builtin).Check(folder);

        using var stored = JsonDocument.Parse(File.ReadAllBytes(Path.Join(folder, "audit_output_caching_test.json")));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome, Is.EqualTo(passed ? RecheckOutcome.Passed : RecheckOutcome.Failed), result.Message);
            foreach (var field in result.Verdict!.Fields.Where(field => field.Name != "reason"))
            {
                Assert.That(stored.RootElement.GetProperty(field.Name).ToString(), Is.EqualTo(field.Value is double or bool ? stored.RootElement.GetProperty(field.Name).ToString() : field.Value!.ToString()));
            }

            Assert.That(stored.RootElement.GetProperty("ref_qps").GetDouble(), Is.EqualTo(result.Verdict.Details[0].Value));
        }
    }

    [Test]
    public void Sees_in_the_events_what_the_rule_of_rates_does_not()
    {
        var recheck = new AuditRecheck(AuditRegistry.Builtin);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Warnings("audit-honest-concurrency"), Is.Empty);
            Assert.That(Warnings("audit-honest-max_throughput"), Is.Empty);
            Assert.That(Warnings("audit-cache-concurrency"), Does.Contain(AuditWarnings.LatencyShift).And.Contain(AuditWarnings.TtftShift).And.Contain(AuditWarnings.RepeatsFasterThanFirst));
            Assert.That(Warnings("audit-cache-max_throughput"), Does.Contain(AuditWarnings.Of(AuditWarnings.AnswersArriveWhole, "output_caching")));
        }

        IEnumerable<string> Warnings(string run) => recheck.Check(Path.Join(AuditVectors.CorpusFolder, "runs", run, "audit")).Warnings;
    }

    private static void AssertRecheck(JsonElement vector, string expectation, bool countFailed)
    {
        var options = vector.GetProperty("options");
        var result = new AuditRecheck(AuditRegistry.Builtin).Check(Lay(vector), SubmissionPath.Parse("audit"), SubmissionPath.Root, new RecheckOptions
        {
            Threshold = options.TryGetProperty("threshold", out var threshold) ? threshold.GetDouble() : null,
            Samples = Whole(options, "samples"),
            AuditSamples = Whole(options, "audit_samples"),
            SampleIndex = Whole(options, "sample_index"),
            CountFailedAsCompleted = countFailed || (options.TryGetProperty("count_failed_as_completed", out var counts) && counts.GetBoolean()),
        });

        var expected = vector.GetProperty(expectation);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.OutcomeName, Is.EqualTo(expected.GetProperty("outcome").GetString()), result.Message);
            Assert.That(result.ExitCode, Is.EqualTo(expected.GetProperty("exit_code").GetInt32()));
            Assert.That(result.Error, Is.EqualTo(expected.TryGetProperty("error", out var error) ? error.GetString() : null), result.Message);
            Assert.That(result.Phase, Is.EqualTo(expected.TryGetProperty("phase", out var phase) ? phase.GetString() : null));
            Assert.That(result.Warnings, Is.EqualTo(expected.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString())));
            if (expected.TryGetProperty("fields", out var fields))
            {
                VerdictFields.AssertEqual(result.Verdict!, fields);
                Assert.That(result.Verdict!.ReasonKind, Is.EqualTo(expected.GetProperty("reason_kind").GetString()));
                Assert.That(result.Verdict.Fields.Select(field => field.Name), Is.EqualTo(expected.GetProperty("key_order").EnumerateArray().Select(key => key.GetString())));
            }
        }
    }

    private static MemorySource Lay(JsonElement vector)
    {
        var files = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        foreach (var file in AuditVectors.CachingRoot.GetProperty("recheck_base").EnumerateObject().Concat(vector.GetProperty("files").EnumerateObject()))
        {
            if (file.Value.ValueKind is JsonValueKind.Null)
            {
                files.Remove(file.Name);
            }
            else
            {
                files[file.Name] = file.Value.ValueKind is JsonValueKind.Object
                    ? file.Value.GetProperty("base64").GetBytesFromBase64()
                    : Encoding.UTF8.GetBytes(file.Value.GetString()!);
            }
        }

        return new MemorySource("run", files.Select(file => KeyValuePair.Create(SubmissionPath.Parse(file.Key), file.Value)));
    }

    private static BigInteger? Whole(JsonElement options, string name) => options.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number ? value.GetInt64() : null;
}
