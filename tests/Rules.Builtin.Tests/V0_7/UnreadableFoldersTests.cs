using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7;

/// <summary>What stands behind a link out of the submission, or in a folder that may not be listed, is not passed over in silence.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class UnreadableFoldersTests
{
    [TestCase("documentation", "required-dir documentation")]
    [TestCase("src", "src-dir src/Llama-3_1-8B-Instruct")]
    [TestCase(ReleaseSample.Description, $"system-description-valid {ReleaseSample.Description}")]
    [TestCase(ReleaseSample.System, $"pareto-dir-exists {ReleaseSample.System}", "accuracy-present", Description = "the search for accuracy results follows no link")]
    [TestCase(ReleaseSample.Points, $"pareto-subdir {ReleaseSample.Points}")]
    [TestCase($"{ReleaseSample.Points}/point_256.yaml", $"point-config-valid {ReleaseSample.Points}/point_256.yaml")]
    [TestCase($"{ReleaseSample.Model}/results/point_256", $"result-file-valid {ReleaseSample.Model}/results/point_256/results_summary.json")]
    [TestCase($"{ReleaseSample.Model}/results/point_512/accuracy", $"accuracy-valid {ReleaseSample.Accuracy}")]
    [TestCase(ReleaseSample.Accuracy, $"accuracy-valid {ReleaseSample.Accuracy}")]
    [Platform(Exclude = "Win", Reason = "Making links takes a privilege there.")]
    public void A_link_out_of_the_submission_is_an_error_unless_it_is_to_be_followed(string path, string finding, params string[] stillFound)
    {
        var (refused, followed) = CheckWithLink(path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Errors.Select(error => $"{error.Rule} {error.Path}"), Does.Contain(finding));
            Assert.That(followed.Errors.Select(error => error.Rule), Is.EqualTo(stillFound));
        }
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Making links takes a privilege there.")]
    public void A_model_behind_a_link_is_named_beside_one_that_can_be_read()
    {
        var (refused, followed) = CheckWithLink($"{ReleaseSample.System}/other", submission => submission.Copy(ReleaseSample.Model, $"{ReleaseSample.System}/other").Copy($"src/{ReleaseSample.ModelName}", "src/other"));

        using (Assert.EnterMultipleScope())
        {
            var error = refused.Errors.Single();
            Assert.That((error.Rule, error.Key, error.Path), Is.EqualTo(("benchmark-model-dir", "io-error", $"{ReleaseSample.System}/other")));
            Assert.That(followed.Errors.Select(finding => finding.Rule), Is.EqualTo(new[] { "model-name-consistency" }));
        }
    }

    [TestCase("systems", "system-description-present")]
    [TestCase(ReleaseSample.System, "benchmark-model-dir")]
    [TestCase(ReleaseSample.Points, "measurement-points-present")]
    public void A_folder_that_may_not_be_listed_is_not_taken_for_an_empty_one(string path, string rule)
    {
        var report = Check(new LockedSource(ReleaseSample.Clean().ToSource(), SubmissionPath.Parse(path)));

        Assert.That(report.Errors.Where(error => error.Rule == rule).Select(error => $"{error.Path} {error.Key}"), Is.EqualTo(new[] { $"{path} io-error" }));
    }

    private static (Report Refused, Report Followed) CheckWithLink(string path, Func<Testing.Building.SubmissionBuilder, Testing.Building.SubmissionBuilder>? change = null)
    {
        var root = Directory.CreateTempSubdirectory("mlperf-").FullName;
        try
        {
            var submission = ReleaseSample.Clean();
            (change?.Invoke(submission) ?? submission).WriteTo($"{root}/submission");
            Directory.Move($"{root}/submission/{path}", $"{root}/elsewhere");
            Directory.CreateSymbolicLink($"{root}/submission/{path}", $"{root}/elsewhere");
            return (Check(new FolderSource($"{root}/submission")), Check(new FolderSource($"{root}/submission", SourceLimits.Default with { FollowLinks = true })));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static Report Check(ISubmissionSource source) => new SubmissionChecker(source, new CheckerOptions { Spec = "v0.7", Dialect = "0.1.1.10" }).Run();

    private sealed class LockedSource(ISubmissionSource source, SubmissionPath locked) : ISubmissionSource
    {
        public string DisplayRoot => source.DisplayRoot;

        public EntryKind KindOf(SubmissionPath path) => source.KindOf(path);

        public IReadOnlyList<SourceEntry> List(SubmissionPath folder) => folder == locked ? [] : source.List(folder);

        public SourceProblem? WhyUnlisted(SubmissionPath folder)
            => folder == locked ? new SourceProblem(SourceProblemKind.AccessDenied, "the operating system refuses access") : source.WhyUnlisted(folder);

        public SourceContent Read(SubmissionPath file, long maxBytes) => source.Read(file, maxBytes);

        public Stream Open(SubmissionPath file) => source.Open(file);
    }
}
