using System.Diagnostics;
using System.Text.Json;
using MlPerf.Endpoints.Testing.Building;
using MlPerf.Endpoints.Testing.Snapshots;

namespace MlPerf.Endpoints.SubmissionChecker.Tests;

[Parallelizable(ParallelScope.All)]
public sealed class CheckCommandTests
{
    private const string Clean = "samples/submissions/v1.0/standardized";
    private const string Faulty = "samples/submissions/v1.0/ten-faults";

    [TestCase("v1.0/standardized", ExpectedResult = 0)]
    [TestCase("v1.0/rdi", ExpectedResult = 0)]
    [TestCase("v1.0/agentic", ExpectedResult = 0)]
    [TestCase("v0.7/readme", ExpectedResult = 0)]
    [TestCase("v0.7/release", ExpectedResult = 0)]
    [TestCase("v1.0/ten-faults", ExpectedResult = 1)]
    [TestCase("v0.7/ten-faults", ExpectedResult = 1)]
    [TestCase("nowhere", ExpectedResult = 1)]
    public int Ends_with_the_verdict(string sample) => ToolRun.Of("check", $"samples/submissions/{sample}").ExitCode;

    [TestCase("v1.0/ten-faults")]
    [TestCase("v0.7/ten-faults")]
    public void Ten_faults_are_ten_findings_of_ten_rules(string sample)
    {
        using var report = JsonDocument.Parse(ToolRun.Of("check", $"samples/submissions/{sample}", "--format", "json").Output);
        var findings = report.RootElement.GetProperty("errors").EnumerateArray().Concat(report.RootElement.GetProperty("warnings").EnumerateArray()).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(findings, Has.Count.EqualTo(10));
            Assert.That(findings.Select(finding => finding.GetProperty("rule").GetString()), Is.Unique);
            Assert.That(findings.Select(finding => finding.GetProperty("fix").GetString()), Has.None.Empty);
        }
    }

    [TestCase(80)]
    [TestCase(200)]
    public void Text_is_the_reviewed_one(int columns)
    {
        var run = ToolRun.With([("COLUMNS", columns.ToString(System.Globalization.CultureInfo.InvariantCulture))], "check", Faulty);

        Assert.That(run.Output, Does.Not.Contain("\u001b"));
        Snapshot.Match(run.Output, $"Text_at_{columns}_columns");
    }

    [Test]
    public void Lines_are_whole_where_no_width_is_known()
        => Assert.That(ToolRun.Of("check", "-q", Faulty).Output.Split('\n').Where(line => line.Contains(": error ") || line.Contains(": warning ")), Has.Exactly(10).Matches(@":( \d+:\d+:)? (error|warning) [a-z0-9-]+: "));

    [TestCase("-x")]
    [TestCase("--strict", "--bogus")]
    public void Options_that_do_not_exist_are_told_and_no_paths(params string[] options)
    {
        var run = ToolRun.Of(["check", Clean, .. options]);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("There is no option").And.Contain("check --help"));
    }

    [Test]
    [Platform("Linux")]
    public void A_device_gets_the_report_and_stays_a_device()
    {
        using var folder = new TemporaryFolder();
        var pipe = folder.File("pipe");
        Assert.That(Process.Start("mkfifo", [pipe]).WaitForExit(10_000), Is.True);
        var read = Task.Run(() => File.ReadAllText(pipe));

        var run = ToolRun.Of("check", Clean, "--output", pipe);

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(read.GetAwaiter().GetResult(), Does.StartWith("{"));
        Assert.That(Directory.GetFiles(folder.Path), Is.EqualTo(new[] { pipe }));
    }

    [Test]
    [Platform("Linux")]
    public void A_link_is_written_through_whatever_stood_at_its_end()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        var (link, file) = (folder.File("report.json"), elsewhere.File("report.json"));
        File.WriteAllText(file, new string('x', 1_000_000));
        File.CreateSymbolicLink(link, file);

        var run = ToolRun.Of("check", Clean, "--format", "json", "--output", link);

        Assert.That(new FileInfo(link).LinkTarget, Is.EqualTo(file));
        Assert.That(File.ReadAllText(file) + "\n", Is.EqualTo(run.Output));
    }

    [Test]
    public void Output_file_holds_the_printed_report()
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("report.json");

        var run = ToolRun.Of("check", Clean, "--format", "json", "--output", file);

        Assert.That(File.ReadAllText(file) + "\n", Is.EqualTo(run.Output));
        Assert.That(Directory.GetFiles(folder.Path), Is.EqualTo(new[] { file }));
    }

    [Test]
    public void Several_paths_give_reports_and_the_highest_exit_code()
    {
        var run = ToolRun.Of("check", Clean, Faulty, "--format", "json");
        using var reports = JsonDocument.Parse(run.Output);

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(reports.RootElement.GetProperty("reports").EnumerateArray().Select(report => report.GetProperty("passed").GetBoolean()), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void Each_submission_below_a_folder_is_checked_by_itself()
        => Snapshot.Match(string.Join('\n', ToolRun.Of("check", "--each", "-q", "samples/submissions").Output.Split('\n').SkipWhile(line => !line.StartsWith("PASSED  ", StringComparison.Ordinal))));

    [Test]
    public void Strict_fails_on_warnings_and_leaves_the_report_alone()
    {
        using var folder = new TemporaryFolder();
        Testing.Building.SubmissionBuilder.V1_0().Set("results/acme_a8/llama3_1-8b/r48/point.yaml", "region", "high_concurrency").WriteTo(folder.Path);

        var (lax, strict) = (ToolRun.Of("check", folder.Path, "--format", "json"), ToolRun.Of("check", folder.Path, "--format", "json", "--strict"));

        Assert.That((lax.ExitCode, strict.ExitCode), Is.EqualTo((0, 1)));
        Assert.That(strict.Output, Is.EqualTo(lax.Output));
    }

    [TestCase("check")]
    [TestCase("check", "PATH", "--spec", "v9")]
    [TestCase("check", "PATH", "--spec", "v0.7", "--dialect", "latin")]
    [TestCase("check", "PATH", "--format", "xml")]
    [TestCase("check", "PATH", "--output", "/nowhere/report.json")]
    [TestCase("check", "PATH", "--output", "/")]
    [TestCase("check", "PATH", "--data", "/nowhere")]
    [TestCase("check", "PATH", "--opt-in", "point-cound")]
    [TestCase("check", "--each", "docs")]
    [TestCase("check", "PATH", "--frobnicate")]
    [TestCase("frobnicate")]
    [TestCase("check", "")]
    [TestCase("check", "PATH", "--output", "")]
    [TestCase("check", "PATH", "--output", "PATH/results/acme_a8/llama3_1-8b/r8/point.yaml")]
    [TestCase("check", "PATH", "--spec", "v1.0", "--dialect", "readme")]
    [TestCase("export", "mlx", "", "--output", "docs")]
    [TestCase("audit", "plan", "")]
    [TestCase("audit", "run", "benchmark.yaml", "--repeat", "x")]
    [TestCase("audit", "run", "benchmark.yaml", "--repeat", "999999999")]
    [TestCase("audit", "run", "benchmark.yaml", "--stall-timeout", "-1")]
    [TestCase("audit", "run", "benchmark.yaml", "--stall-timeout", "nan")]
    [TestCase("audit", "verify", "docs", "--threshold", "x")]
    [TestCase("regions", "-M", "1024", "--plan", "100000")]
    [TestCase("regions", "-M", "1024", "--plan", "8", "--spec", "v0.7")]
    [TestCase("regions", "-M", "1024", "-m", "8", "--spec", "v0.7")]
    [TestCase("regions", "-M", "1024", "-m", "x", "--spec", "v0.7")]
    [TestCase("regions", "-M", "1024", "--plan", "x", "--spec", "v0.7")]
    public void Wrong_usage_is_told_before_anything_is_checked(params string[] arguments)
    {
        var run = ToolRun.Of([.. arguments.Select(argument => argument.Replace("PATH", Clean, StringComparison.Ordinal))]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Output, Is.Empty);
            Assert.That(run.Error, Is.Not.Empty.And.Not.Contain("   at ").And.Not.Contain("(Parameter"));
        }
    }

    [Test]
    public void A_report_may_stand_in_what_is_checked_but_takes_no_other_file_s_place()
    {
        using var folder = new TemporaryFolder();
        SubmissionBuilder.V1_0().WriteTo(folder.Path);
        var point = folder.File("results/acme_a8/llama3_1-8b/r8/point.yaml");
        var before = File.ReadAllText(point);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ToolRun.Of("check", "-q", folder.Path, "--output", folder.File("report.json")).ExitCode, Is.Zero);
            Assert.That(ToolRun.Of("check", "-q", folder.Path, "--output", folder.File("report.json")).ExitCode, Is.Zero, "an earlier report is replaced");
            Assert.That(ToolRun.Of("check", "-q", folder.Path, "--output", point), Has.Property("ExitCode").EqualTo(2).And.Property("Error").Contains("would be lost"));
            Assert.That(File.ReadAllText(point), Is.EqualTo(before));
        }
    }

    [Test]
    public void Data_folder_whose_file_is_a_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("v1.0/models.json"));

        var run = ToolRun.Of("check", "-q", Clean, "--data", folder.Path);

        Assert.That((run.ExitCode, run.Output), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.Contain("models.json cannot be used: it is a folder"));
    }

    [Test]
    public void Data_folder_replaces_thresholds()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("v1.0"));
        File.WriteAllText(folder.File("v1.0/point-limits.json"), """
            {"minimum_points": 9, "minimum_points_with_dedicated_offline": 9, "minimum_points_agentic": 9, "maximum_points": 32, "offline_throughput_factor": 0.98}
            """);

        var run = ToolRun.Of("check", "-q", Clean, "--data", folder.Path);

        Assert.That(run.Output, Does.Contain("error point-count: ").And.Contain("FAILED"));
    }

    [Test]
    public void Data_file_that_cannot_be_read_is_named()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("v1.0"));
        File.WriteAllText(folder.File("v1.0/point-limits.json"), "{");

        var run = ToolRun.Of("check", Clean, "--data", folder.Path);

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("point-limits.json cannot be used"));
    }

    [Test]
    public void Variables_name_reference_data_and_options_win()
    {
        using var folder = new TemporaryFolder();
        var broken = folder.File("seeds.yaml");
        File.WriteAllText(broken, "- no seeds");

        var byVariable = ToolRun.With([("MLPERF_ENDPOINTS_SEED_SETS", broken)], "check", "-q", Clean);
        var byEmptyVariable = ToolRun.With([("MLPERF_ENDPOINTS_SEED_SETS", "")], "check", "-q", Clean);

        Assert.That(byVariable.Output, Does.Contain("seed-set-registry"));
        Assert.That(byEmptyVariable.Output, Does.Not.Contain("seed-set-registry"));
    }
}
