using System.Text;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>Shows a page's Markdown on a terminal: headings bold, code coloured, everything else as it stands.</summary>
internal static class MarkdownTerminal
{
    private const string Reset = "\u001b[0m";

    public static string Render(string page)
    {
        var text = new StringBuilder(page.Length + 256);
        var isCode = false;
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("<!--", StringComparison.Ordinal))
            {
                continue;
            }

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
