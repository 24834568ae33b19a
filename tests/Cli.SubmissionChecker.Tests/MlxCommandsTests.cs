using System.Text.Json;

namespace MlPerf.Endpoints.SubmissionChecker.Tests;

/// <summary>Envelopes on the command line: written by <c>export mlx</c>, judged by <c>check</c>.</summary>
public sealed class MlxCommandsTests
{
    private const string Sample = "samples/submissions/v1.0/standardized";

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mlx-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void What_export_writes_passes_and_a_fault_is_told_by_pointer_and_keyword()
    {
        var export = ToolRun.Of("export", "mlx", Sample, "--output", _folder, "--timestamp", "2026-05-04T11:03:21+02:00", "--git-sha", "fdf4257");
        var files = export.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That((export.ExitCode, export.Error, files.Length), Is.EqualTo((0, "", 2)));
        Assert.That(Path.GetFileName(files[0]), Is.EqualTo("run-2026-05-04T09-03-21-fdf4257-throughput-llama3-1-8b.json"));

        var clean = ToolRun.Of("check", _folder);
        Assert.That((clean.ExitCode, clean.Output.Contains("2 passes", StringComparison.Ordinal)), Is.EqualTo((0, true)), clean.Output);

        File.WriteAllText(files[0], File.ReadAllText(files[0]).Replace("\"trigger\":\"local\"", "\"trigger\":null", StringComparison.Ordinal));
        var report = Path.Combine(_folder, "report.out");
        var faulty = ToolRun.Of("check", files[0], "--spec", "mlx", "--output", report);
        using var json = JsonDocument.Parse(File.ReadAllText(report));
        Assert.That(faulty.ExitCode, Is.EqualTo(1));
        Assert.That(
            json.RootElement.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("pointer").GetString(), error.GetProperty("key").GetString())),
            Is.EqualTo(new[] { ("/trigger", "enum"), ("/trigger", "type") }));
    }

    [Test]
    public void What_the_results_do_not_state_is_asked_for()
    {
        var export = ToolRun.Of("export", "mlx", Sample, "--output", _folder);

        Assert.That(export.ExitCode, Is.EqualTo(1));
        Assert.That(export.Error, Does.Contain("--timestamp"));
        Assert.That(Directory.GetFiles(_folder), Is.Empty);
    }

    [TestCase("--timestamp", "yesterday")]
    [TestCase("--timestamp", "2016-12-31T23:59:60Z")]
    [TestCase("--git-sha", "fdf4257-dirty")]
    [TestCase("--pr-number", "7")]
    [TestCase("--suite", "speed")]
    [TestCase("--trigger", "nightly")]
    public void Options_that_no_envelope_could_have_are_wrong_usage(string option, string value)
    {
        var export = ToolRun.Of("export", "mlx", Sample, "--output", _folder, option, value);

        Assert.That((export.ExitCode, export.Output), Is.EqualTo((2, "")));
        Assert.That(export.Error, Is.Not.Empty);
    }

    [Test]
    public void The_output_folder_is_made_and_what_is_exported_has_to_exist()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(ToolRun.Of("export", "mlx", Sample, "--output", Path.Combine(_folder, "made"), "--timestamp", "2026-05-04T11:03:21Z", "--git-sha", "fdf4257").ExitCode, Is.Zero);
            Assert.That(Directory.GetFiles(Path.Combine(_folder, "made")), Has.Length.EqualTo(2));
            Assert.That(ToolRun.Of("export", "mlx", Sample, "--output", file).ExitCode, Is.EqualTo(2));
            Assert.That(ToolRun.Of("export", "mlx", Path.Combine(_folder, "none"), "--output", _folder).ExitCode, Is.EqualTo(2));
        }
    }
}
