using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Formats.V0_7;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Core.Tests.Formats;

public sealed class V0_7FormatTests
{
    private const string Model = "pareto/s/m";

    [Test]
    public void Recognises_the_dialects_of_the_samples()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Recognise(SubmissionBuilder.V0_7Readme()), Is.EqualTo(SpecRevision.V0_7Readme));
            Assert.That(Recognise(SubmissionBuilder.V0_7Release()), Is.EqualTo(SpecRevision.V0_7Release));
        }
    }

    [TestCase("pareto")]
    [TestCase("systems")]
    public void Recognises_the_layout_by_either_folder(string folder)
        => Assert.That(Recognise(SubmissionBuilder.Empty(SpecRevision.V0_7).AddFolder(folder)), Is.EqualTo(SpecRevision.V0_7Readme));

    [TestCase("results")]
    [TestCase("documentation")]
    public void Leaves_other_layouts_alone(string folder) => Assert.That(Recognise(SubmissionBuilder.Empty(SpecRevision.V0_7).AddFolder(folder)), Is.Null);

    [Test]
    public void Lets_names_of_result_files_decide_before_keys()
    {
        var submission = Nothing()
            .Write($"{Model}/results/point_1/results_summary.json", "")
            .Write("systems/s.json", """{"publication_status": "", "benchmark_model": "", "submitter": "", "system_type": ""}""");

        Assert.That(Recognise(submission), Is.EqualTo(SpecRevision.V0_7Release));
    }

    [Test]
    public void Lets_the_majority_of_result_files_decide()
    {
        var submission = Nothing()
            .Write($"{Model}/results/point_1/results_summary.json", "")
            .Write($"{Model}/results/point_2/mlperf_endpoints_log_summary.json", "")
            .Write("pareto/t/.hidden/results/any/mlperf_endpoints_log_summary.json", "");

        Assert.That(Recognise(submission), Is.EqualTo(SpecRevision.V0_7Readme));
    }

    [TestCase("""{"node_types": [], "system_category": "", "submitter": ""}""", "0.1.1.10")]
    [TestCase("""{"node_types": null, "submitter": null, "system_type": 1}""", "readme")]
    [TestCase("""["node_types"]""", "readme")]
    [TestCase("""{"node_types": """, "readme")]
    public void Lets_keys_of_descriptions_decide_before_folders(string description, string dialect)
        => Assert.That(Recognise(Nothing().Write("systems/s.json", description))!.Dialect, Is.EqualTo(dialect));

    [Test]
    public void Lets_accuracy_folders_decide_before_documentation()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Recognise(Nothing().AddFolder($"{Model}/accuracy").AddFolder("documentation")), Is.EqualTo(SpecRevision.V0_7Readme));
            Assert.That(Recognise(Nothing().AddFolder($"{Model}/results/point_1/accuracy")), Is.EqualTo(SpecRevision.V0_7Release));
            Assert.That(Recognise(Nothing().AddFolder("documentation")), Is.EqualTo(SpecRevision.V0_7Release));
        }
    }

    [Test]
    public void Tells_the_dialect_itself_where_only_the_spec_is_given()
        => Assert.That(Read(SubmissionBuilder.V0_7Release().ToSource(), SpecRevision.V0_7).Revision, Is.EqualTo(SpecRevision.V0_7Release));

    [Test]
    public void Orders_points_by_name()
        => Assert.That(
            Read(SubmissionBuilder.V0_7Release().ToSource(), SpecRevision.V0_7Release).Curves.Single().Folders.Select(point => point.NameNumber is { } number ? (int)number : -1),
            Is.EqualTo(new[] { 16, 256, 32, 36, 512, 64, 8 }));

    [Test]
    public void Says_what_stopped_it()
    {
        var system = SubmissionBuilder.V0_7Release().Write("systems/kestrel-b200x8.json", "{}");
        var folder = SubmissionBuilder.V0_7Release().Remove("pareto/kestrel-b200x8/Llama-3_1-8B-Instruct/points");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read(new MemorySource("x", [], exists: false), SpecRevision.V0_7Release).SystemsAbsence, Is.EqualTo("there is no submission at this path"));
            Assert.That(Read(SubmissionBuilder.Empty(SpecRevision.V0_7Release).ToSource(), SpecRevision.V0_7Release).SystemsAbsence, Is.EqualTo("a required folder is missing"));
            Assert.That(Read(system.ToSource(), SpecRevision.V0_7Release).Systems.Single().CurvesAbsence, Is.EqualTo("the system description is invalid"));
            Assert.That(Read(folder.ToSource(), SpecRevision.V0_7Release).Systems.Single().Curves.Single().PointsAbsence, Is.EqualTo("a required folder of the model is missing"));
        }
    }

    [Test]
    public void Does_not_follow_links_to_folders_when_it_looks_for_accuracy_results()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Links need a privilege there.");
        }

        var folder = Directory.CreateTempSubdirectory("mlperf-");
        try
        {
            var root = Path.Combine(folder.FullName, "s");
            SubmissionBuilder.V0_7Release().Remove("pareto/kestrel-b200x8/Llama-3_1-8B-Instruct/results/point_512/accuracy").Write("elsewhere/deep/accuracy/results.json", "{}").WriteTo(root);
            Directory.CreateSymbolicLink(Path.Combine(root, "pareto", "linked"), Path.Combine(root, "elsewhere"));
            Directory.CreateSymbolicLink(Path.Combine(root, "pareto", "loop"), Path.Combine(root, "pareto"));
            var before = Read(new FolderSource(root), SpecRevision.V0_7Release).HasAccuracyResults;
            Directory.CreateSymbolicLink(Path.Combine(root, "pareto", "accuracy"), Path.Combine(root, "elsewhere", "deep", "accuracy"));

            using (Assert.EnterMultipleScope())
            {
                Assert.That(before, Is.False);
                Assert.That(Read(new FolderSource(root), SpecRevision.V0_7Release).HasAccuracyResults, Is.True, "the folder itself may be a link");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static SubmissionBuilder Nothing() => SubmissionBuilder.Empty(SpecRevision.V0_7).AddFolder("pareto").AddFolder("systems");

    private static SpecRevision? Recognise(SubmissionBuilder submission) => new V0_7Format().Recognise(submission.ToSource());

    private static Submission Read(ISubmissionSource source, SpecRevision revision) => new V0_7Format().Read(source, revision, new FormatContext(new CheckerOptions()));
}
