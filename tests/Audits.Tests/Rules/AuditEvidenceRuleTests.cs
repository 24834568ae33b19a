using System.Text;
using MlPerf.Endpoints.Audits.Rules;
using MlPerf.Endpoints.Audits.Tests.Vectors;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Tests.Rules;

public sealed class AuditEvidenceRuleTests
{
    [Test]
    public void Confirms_an_audit_folder_inside_a_submission()
        => Assert.That(Check(new Dictionary<string, string?>(StringComparer.Ordinal)).Select(result => result.Outcome!.Key), Is.EqualTo(new[] { "pass" }));

    [Test]
    public void Finds_a_verdict_that_was_edited()
    {
        var result = Check(new Dictionary<string, string?>(StringComparer.Ordinal) { ["audit/verify_OUTPUT_CACHING_TEST.txt"] = "Performance check pass: False\n" }).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Outcome!.Key, Is.EqualTo("contradicted"));
            Assert.That(result.Place.Path?.Value, Is.EqualTo("results/acme/wan/audit"));
        }
    }

    [TestCase("audit/reference/performance/result_summary.json", "unusable")]
    [TestCase("audit/audit_output_caching_test.json", "pass")]
    public void Judges_what_is_missing(string file, string key)
        => Assert.That(Check(new Dictionary<string, string?>(StringComparer.Ordinal) { [file] = null })[0].Outcome!.Key, Is.EqualTo(key));

    [Test]
    public void Does_not_apply_without_audit_folders()
    {
        var submission = new Submission { Path = SubmissionPath.Root, Revision = SpecRevision.V1_0, Root = EntryKind.Folder, Files = MemorySource.FromTexts("s", []) };

        Assert.That(new AuditEvidenceRule().Check(submission).Single().Outcome, Is.Null);
    }

    private static List<RuleResult> Check(Dictionary<string, string?> changes)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in AuditVectors.CachingRoot.GetProperty("recheck_base").EnumerateObject())
        {
            files[file.Name] = file.Value.GetString()!;
        }

        foreach (var (name, text) in changes)
        {
            if (text is null)
            {
                files.Remove(name);
            }
            else
            {
                files[name] = text;
            }
        }

        var source = new MemorySource("s", files.Select(file => KeyValuePair.Create(SubmissionPath.Parse($"results/acme/wan/{file.Key}"), (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Value))));
        var submission = new Submission { Path = SubmissionPath.Root, Revision = SpecRevision.V1_0, Root = EntryKind.Folder, Files = source };
        return [.. new AuditEvidenceRule().Check(submission)];
    }
}
