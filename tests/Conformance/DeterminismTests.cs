using FsCheck;
using FsCheck.Fluent;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Conformance;

/// <summary>The same files give the same report, byte for byte, in whatever order they come and however many threads are at work.</summary>
public sealed class DeterminismTests
{
    private static readonly Lazy<(IReadOnlyList<KeyValuePair<SubmissionPath, ReadOnlyMemory<byte>>> Files, string Report)> Sample = new(() =>
    {
        // Several systems, so that there is enough to do for several threads; faults, so that there is something to put in order.
        var files = new List<KeyValuePair<SubmissionPath, ReadOnlyMemory<byte>>>();
        foreach (var (system, sample) in new[] { ("a", "v1.0/ten-faults"), ("B", "v1.0/standardized"), ("é", "v1.0/agentic"), ("z", "v1.0/ten-faults") })
        {
            foreach (var (path, bytes) in Samples.Files(sample))
            {
                var parts = path.Split('/');
                files.Add(new(SubmissionPath.Parse(parts[0] is "results" ? $"results/{system}-{string.Join('/', parts[1..])}" : path), bytes));
            }
        }

        files = [.. files.DistinctBy(file => file.Key)];
        return (files, Report(files, 1));
    });

    [FsCheck.NUnit.Property(MaxTest = 40)]
    public Property Neither_the_order_of_files_nor_parallel_work_changes_the_report()
        => Prop.ForAll(
            Gen.Choose(0, int.MaxValue).Zip(Gen.Choose(1, 16)).ToArbitrary(),
            input => Report(Shuffled(input.Item1), input.Item2) == Sample.Value.Report);

    [Test]
    public void The_sample_of_the_property_has_findings_in_several_systems()
        => Assert.That(Sample.Value.Report, Does.Contain("a-acme_a8").And.Contain("z-acme_a8").And.Contain("region-placement"));

    [Test]
    public void The_file_system_gives_the_same_report_as_memory()
    {
        using var folder = new TemporaryFolder();
        foreach (var (path, bytes) in Shuffled(7))
        {
            var file = Path.Combine(folder.Path, "submission", path.Value);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes.ToArray());
        }

        var report = new SubmissionChecker(new FolderSource(folder.Path + "/submission"), new CheckerOptions { MaxDegreeOfParallelism = 3 }).Run().ToJson();

        Assert.That(report.Replace(folder.Path + "/", "", StringComparison.Ordinal), Is.EqualTo(Sample.Value.Report));
    }

    private static string Report(IEnumerable<KeyValuePair<SubmissionPath, ReadOnlyMemory<byte>>> files, int threads)
        => new SubmissionChecker(new MemorySource("submission", files), new CheckerOptions { MaxDegreeOfParallelism = threads }).Run().ToJson();

    private static IEnumerable<KeyValuePair<SubmissionPath, ReadOnlyMemory<byte>>> Shuffled(int seed)
    {
        var files = Sample.Value.Files.ToArray();
        new Random(seed).Shuffle(files);
        return files;
    }
}
