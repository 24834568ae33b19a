using System.Text.Json;
using MlPerf.Endpoints.Testing.Snapshots;

namespace MlPerf.Endpoints.SubmissionChecker.Tests;

[Parallelizable(ParallelScope.All)]
public sealed class OtherCommandsTests
{
    [TestCase("1024", "32", "v1.0")]
    [TestCase("1024", "8", "v1.0")]
    [TestCase("33", "32", "v1.0")]
    [TestCase("1024", "32", "v0.7")]
    [TestCase("1_024", "32", "v1.0")]
    public void Regions_are_the_reviewed_ones(string cMax, string cMin, string spec)
        => Snapshot.Match(ToolRun.Of("regions", "-M", cMax, "-m", cMin, "--spec", spec).Output, $"Regions_{cMax}_{cMin}_{spec}");

    [TestCase("32", "32", 1)]
    [TestCase("1024", "33", 1)]
    [TestCase("64.0", "32", 2)]
    [TestCase("abc", "32", 2)]
    public void Regions_refuse_what_has_none(string cMax, string cMin, int exitCode)
    {
        var run = ToolRun.Of("regions", "-M", cMax, "-m", cMin);

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(exitCode == 1 ? run.Output : run.Error, Is.Not.Empty);
    }

    [Test]
    public void Plan_covers_the_regions()
    {
        using var plan = JsonDocument.Parse(ToolRun.Of("regions", "-M", "1024", "-m", "8", "--plan", "8", "--format", "json").Output);
        var points = plan.RootElement.GetProperty("points").EnumerateArray().ToList();

        Assert.That(points, Has.Count.EqualTo(8));
        Assert.That(points.Select(point => point.GetProperty("region").GetString()).Distinct(), Is.EqualTo(new[] { "low_latency", "low_concurrency", "med_concurrency", "high_concurrency" }));
    }

    [Test]
    public void Plan_says_how_many_points_are_needed()
    {
        var run = ToolRun.Of("regions", "-M", "1024", "--plan", "2");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.StartWith("No plan: ").And.Contain("at least 4 are needed"));
    }

    [Test]
    public void Every_rule_can_be_explained_by_id_and_by_key()
    {
        using var rules = JsonDocument.Parse(ToolRun.Of("rules", "--format", "json").Output);
        var ids = rules.RootElement.GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()!).Distinct().ToList();

        Assert.That(ids, Has.Count.GreaterThan(90));
        Assert.That(ToolRun.Of("explain", "point-count").Output, Does.StartWith("# Number of points"));
        Assert.That(ToolRun.Of("explain", "point-count/fail").Output, Does.StartWith("fail (error, "));
    }

    [TestCase("explain", "point-cound", "Did you mean 'point-count'?")]
    [TestCase("explain", "point-count/fial", "Did you mean 'fail'?")]
    [TestCase("rules", "--spec=v9", "No rule judges spec 'v9'.")]
    public void Mistyped_names_get_a_suggestion(string command, string argument, string suggestion)
    {
        var run = ToolRun.Of(command, argument);

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(suggestion));
    }

    [TestCase("check")]
    [TestCase("regions")]
    [TestCase("rules")]
    [TestCase("explain")]
    public void Help_shows_an_example_and_the_page_names_every_option(string command)
    {
        var help = ToolRun.Of(command, "--help").Output;
        var page = File.ReadAllText(Path.Combine(ToolRun.Root, "docs", "cli", command + ".md"));

        Assert.That(help, Does.Contain($"submission-checker {command} "));
        foreach (System.Text.RegularExpressions.Match option in System.Text.RegularExpressions.Regex.Matches(help, "--[a-z][a-z-]+", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)))
        {
            Assert.That(option.Value is "--help" || page.Contains(option.Value), Is.True, $"docs/cli/{command}.md does not name {option.Value}");
        }
    }

    [Test]
    public void Version_is_printed() => Assert.That(ToolRun.Of("--version").Output, Does.Match(@"^\d+\.\d+\.\d+"));
}
