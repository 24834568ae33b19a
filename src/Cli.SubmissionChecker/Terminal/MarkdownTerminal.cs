using System.Text;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>Shows a page's Markdown: on a terminal headings bold and code coloured, everything else as it stands; without what only tools read.</summary>
internal static class MarkdownTerminal
{
    private const string Reset = "\u001b[0m";

    /// <summary>The page in words for people: what its comments and the marks of its examples tell tools is said, or left out where it says nothing to a reader.</summary>
    public static string WithoutMarks(string page)
    {
        var text = new StringBuilder(page.Length);
        foreach (var line in page.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            var shown = line.StartsWith("```", StringComparison.Ordinal) ? Fence(line) : Comment(line);
            var isSecondBlank = shown is "" && text.Length > 1 && text[^1] == '\n' && text[^2] == '\n';
            if (shown is not null && !isSecondBlank)
            {
                text.Append(shown).Append('\n');
            }
        }

        return text.ToString();
    }

    // A comment alone is for tools; one behind a table's head names the revision.
    private static string? Comment(string line)
        => line.IndexOf("<!--", StringComparison.Ordinal) switch
        {
            < 0 => line,
            0 => null,
            var at => $"{line[..at]}({line[(at + 4)..].Replace("-->", "", StringComparison.Ordinal).Trim()})",
        };

    // ```yaml wrong key=fail spec=v1.0 merge=… begins an example: of what is wrong and how it is answered, or of what is right.
    private static string Fence(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var key = words.FirstOrDefault(static word => word.StartsWith("key=", StringComparison.Ordinal))?[4..];
        return words.Length < 2 ? line
            : words[1] is "wrong" ? $"Wrong{(key is null ? "" : $" (`{key}`)")}:\n\n{words[0]}"
            : words[1] is "right" ? $"Right:\n\n{words[0]}"
            : words[0];
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
