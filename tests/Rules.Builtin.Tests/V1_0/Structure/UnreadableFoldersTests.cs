using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

/// <summary>Results behind a link out of the submission, or in a folder that may not be listed, are not passed over in silence.</summary>
public sealed class UnreadableFoldersTests
{
    private const string Model = "results/acme_a8/llama3_1-8b";

    [TestCase("results/acme_a8", "system-results-dir")]
    [TestCase(Model, "benchmark-model-dir")]
    [TestCase($"{Model}/r48", "point-dirs")]
    [Platform(Exclude = "Win", Reason = "Making links takes a privilege there.")]
    public void A_link_out_of_the_submission_is_an_error_unless_it_is_to_be_followed(string path, string rule)
    {
        var root = Directory.CreateTempSubdirectory("mlperf-").FullName;
        try
        {
            SubmissionBuilder.V1_0().WriteTo($"{root}/submission");
            Directory.Move($"{root}/submission/{path}", $"{root}/elsewhere");
            Directory.CreateSymbolicLink($"{root}/submission/{path}", $"{root}/elsewhere");

            var refused = Check(new FolderSource($"{root}/submission"));
            var followed = Check(new FolderSource($"{root}/submission", SourceLimits.Default with { FollowLinks = true }));

            using (Assert.EnterMultipleScope())
            {
                var error = refused.Errors.Single(error => error.Key == "io-error");
                Assert.That((error.Rule, error.Path), Is.EqualTo((rule, path)));
                Assert.That(error.Message, Does.Contain($"{root}/elsewhere"));
                Assert.That(followed.Passed, Is.True);
            }
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [TestCase("results", "system-results-dir")]
    [TestCase("results/acme_a8", "benchmark-model-dir")]
    [TestCase(Model, "point-dirs")]
    public void A_folder_that_may_not_be_listed_is_not_taken_for_an_empty_one(string path, string rule)
    {
        var report = Check(new LockedSource(SubmissionBuilder.V1_0().ToSource(), SubmissionPath.Parse(path)));

        Assert.That(report.Errors.Where(error => error.Rule == rule).Select(error => $"{error.Path} {error.Key}"), Is.EqualTo(new[] { $"{path} io-error" }));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Making links takes a privilege there.")]
    public void Links_that_run_in_circles_are_walked_within_bounds()
    {
        var root = Directory.CreateTempSubdirectory("mlperf-").FullName;
        try
        {
            SubmissionBuilder.V1_0().Remove("results").Write("results/a/notes.txt", "").WriteTo(root);
            Directory.CreateSymbolicLink($"{root}/results/a/up", $"{root}/results");
            Directory.CreateSymbolicLink($"{root}/results/a/here", $"{root}/results/a");
            var limits = SourceLimits.Default with { MaxFolders = 500 };

            var report = new SubmissionChecker(new FolderSource(root, limits), new CheckerOptions { Spec = "v1.0", SourceLimits = limits }).Run();

            Assert.That(report.Errors.Count(error => error.Rule == "accuracy-present"), Is.EqualTo(1));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static Report Check(ISubmissionSource source) => new SubmissionChecker(source, new CheckerOptions { Spec = "v1.0" }).Run();

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
