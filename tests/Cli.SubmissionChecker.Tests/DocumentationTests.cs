namespace MlPerf.Endpoints.SubmissionChecker.Tests;

/// <summary>What the documentation shows is what is there.</summary>
public sealed class DocumentationTests
{
    /// <summary>Code in docs/writing-rules.md comes from the samples, which are compiled and tested.</summary>
    [Test]
    public void Code_of_the_tutorial_is_that_of_the_samples()
    {
        var lines = File.ReadAllLines(Path.Combine(ToolRun.Root, "docs", "writing-rules.md"));
        var compared = 0;
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].StartsWith("<!-- sample: ", StringComparison.Ordinal))
            {
                var file = lines[at]["<!-- sample: ".Length..].Replace(" -->", "", StringComparison.Ordinal);
                var code = string.Join('\n', lines.Skip(at + 2).TakeWhile(line => line != "```"));
                Assert.That(code, Is.EqualTo(File.ReadAllText(Path.Combine(ToolRun.Root, file)).TrimEnd()), file);
                compared++;
            }
        }

        Assert.That(compared, Is.EqualTo(3));
    }

    [Test]
    public void Readme_begins_with_the_two_commands()
    {
        var block = File.ReadAllText(Path.Combine(ToolRun.Root, "README.md")).Split("```")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries)[1..];

        Assert.That(block, Has.Length.EqualTo(2));
        Assert.That(block[1], Is.EqualTo("dotnet test"));
        Assert.That(Directory.Exists(Path.Combine(ToolRun.Root, block[0].Split(' ')[^1])), Is.True);
    }

    [Test]
    public void Links_between_the_pages_lead_somewhere()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(ToolRun.Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(ToolRun.Root, "README.md")).Append(Path.Combine(ToolRun.Root, "samples", "README.md"));
        var broken = from page in pages
                     from System.Text.RegularExpressions.Match link in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(page), @"\]\((?!https?:)([^)#\s]+)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))
                     let target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link.Groups[1].Value))
                     where !File.Exists(target) && !Directory.Exists(target)
                     select $"{page}: {link.Groups[1].Value}";

        Assert.That(broken, Is.Empty);
    }
}
