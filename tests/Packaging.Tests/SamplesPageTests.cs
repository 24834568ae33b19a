namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>The commands of samples/README.md do what the page says.</summary>
public sealed class SamplesPageTests
{
    [Test]
    public void The_sample_pack_loads_from_where_its_build_leaves_it()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;
        var command = File.ReadLines(Path.Combine(Repository.Root, "samples", "README.md")).Single(line => line.Contains(" --rules ", StringComparison.Ordinal))
            .Replace("/debug/", $"/{configuration}/", StringComparison.Ordinal);
        var arguments = command[(command.IndexOf(" -- ", StringComparison.Ordinal) + 4)..].Split(' ');

        var output = new Shell(Repository.Root, new Dictionary<string, string?>()).Run("dotnet", [Tool.File, .. arguments], exitCode: 1);

        Assert.That(output, Does.Contain("error house-owner: the point has no owner.json").And.Contain("FAILED"));
    }
}
