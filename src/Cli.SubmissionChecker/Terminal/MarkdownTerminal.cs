using System.Text;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>Shows a page's Markdown: on a terminal headings bold and code coloured, everything else as it stands; without what only tools read.</summary>
internal static class MarkdownTerminal
{
    private const string Reset = "\u001b[0m";

    /// <summary>The page without its comments, and without what its examples say to the tests that run them.</summary>
    public static string WithoutMarks(string page)
    {
        var text = new StringBuilder(page.Length);
        foreach (var line in page.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            var shown = line.IndexOf("<!--", StringComparison.Ordinal) is var comment and >= 0 ? line[..comment].TrimEnd() : line;
            if (shown.Length == 0 && line.Length > 0)
            {
                continue;
            }

            text.Append(shown.StartsWith("```", StringComparison.Ordinal) ? shown.Split(' ')[0] : shown).Append('\n');
        }

        return text.ToString();
    }

    public static string Render(string page)
    {
        var text = new StringBuilder(page.Length + 256);
        var isCode = false;
        foreach (var line in WithoutMarks(page).Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                text.Append("\u001b[2m").Append(line).Append(Reset);
            }
            else if (isCode)
            {
                text.Append("\u001b[36m").Append(line).Append(Reset);
            }
            else if (line.StartsWith('#'))
            {
                text.Append("\u001b[1m").Append(line.TrimStart('#', ' ')).Append(Reset);
            }
            else
            {
                text.Append(line);
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
