using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Conformance.BadInput;

/// <summary>Each file of the clean samples replaced in turn by everything that a stranger may send: always a complete report, never a crash or a hang.</summary>
[Parallelizable(ParallelScope.All)]
[Platform("Linux", Reason = "pipes and devices are told apart there only")]
public sealed class BadInputTests
{
    // Against a hang, not a measure: a busy machine takes its time.
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);
    private static readonly string[] CleanSamples = ["v0.7/readme", "v0.7/release", "v1.0/agentic", "v1.0/rdi", "v1.0/standardized"];

    // A report is complete when the last rule of its catalogue has spoken, or the one that stops everything.
    private static readonly string[] LastWords = ["accuracy-present", "accuracy-gate", "config-consistency-model", "pareto-dir-exists", "system-description-present", "system-description-valid"];

    [TestCaseSource(nameof(Files))]
    public async Task Gives_a_complete_report_whatever_stands_there(string sample, string path, bool takesHeavyInputs)
    {
        using var spoiled = SpoiledSample.LayOut(sample);
        using (Assert.EnterMultipleScope())
        {
            foreach (var input in BadInputs.All.Where(input => takesHeavyInputs || !input.IsHeavy))
            {
                spoiled.Spoil(path, input);
                try
                {
                    AssertOutcome(await Check(spoiled, path, input), sample, path, input);
                }
                finally
                {
                    spoiled.Restore(path);
                }
            }
        }
    }

    [Test]
    public void Every_sample_is_clean_before_it_is_spoilt([ValueSource(nameof(CleanSamples))] string sample)
    {
        using var spoiled = SpoiledSample.LayOut(sample);

        Assert.That(new SubmissionChecker(spoiled.Root, OptionsFor(spoiled.Revision)).Run().Passed, Is.True);
    }

    private static IEnumerable<TestCaseData> Files()
    {
        var kinds = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sample in CleanSamples)
        {
            foreach (var path in Samples.Files(sample).Keys)
            {
                var name = Path.GetFileName(path);
                var kind = $"{sample[..4]} {(name.StartsWith("point_", StringComparison.Ordinal) ? "point" : name)}";
                var isDocument = name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal);
                yield return new TestCaseData(sample, path, isDocument && kinds.Add(kind)).SetArgDisplayNames($"{sample}/{path}");
            }
        }
    }

    private static CheckerOptions OptionsFor(SpecRevision revision) => new() { Spec = revision.Name, Dialect = revision.Dialect ?? "auto" };

    private static Task<Report> Check(SpoiledSample spoiled, string path, BadInputCase input)
    {
        ISubmissionSource source = new FolderSource(spoiled.Root);
        if (input.AsJson is BadContent.AccessDenied)
        {
            source = new RefusingSource(source, SubmissionPath.Parse(path));
        }

        return new SubmissionChecker(source, OptionsFor(spoiled.Revision)).RunAsync().WaitAsync(Guard);
    }

    private static void AssertOutcome(Report report, string sample, string path, BadInputCase input)
    {
        var expected = BadInputOutcomes.Of(sample, path, input);
        var name = $"{input} in the place of {path}";
        Assert.That(report.HasRuleFailures, Is.False, name);
        Assert.That(report.Results.Select(result => result.Rule), Has.Some.AnyOf(LastWords), name);
        Assert.That(report.Passed, Is.EqualTo(expected is null), name);
        if (expected is null)
        {
            return;
        }

        var finding = report.Errors.FirstOrDefault(error => expected.EndsWith("/*", StringComparison.Ordinal) ? error.Rule == expected[..^2] : $"{error.Rule}/{error.Key}" == expected);
        Assert.That(finding, Is.Not.Null, () => $"{name}: {expected}, not {string.Join(", ", report.Errors.Select(error => $"{error.Rule}/{error.Key}"))}");
        AssertSaysWhatWhereAndHow(finding!, path, input, name);
    }

    private static void AssertSaysWhatWhereAndHow(CheckResult finding, string path, BadInputCase input, string name)
    {
        Assert.That(finding.Message, Is.Not.Empty, name);
        Assert.That(finding.Fix, Is.Not.Null.And.Not.Empty, name);
        Assert.That(finding.Path, Is.Not.Null, name);
        var content = BadInputOutcomes.ContentOf(path, input);
        if (content is BadContent.Unreadable)
        {
            Assert.That(finding.File, Is.EqualTo(path), name);
            Assert.That(finding.Line, Is.Not.Null, name);
        }

        // A description that another rule found absent or a folder, and a README that must be a file, are told by their path alone.
        if (input.Says is { } says && content is BadContent.Unreadable or BadContent.Refused or BadContent.AccessDenied && finding.Rule is not "src-readme")
        {
            Assert.That(finding.Message, Does.Contain(says), name);
        }
    }
}
