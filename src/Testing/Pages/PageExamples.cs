namespace MlPerf.Endpoints.Testing.Pages;

/// <summary>Finds the examples of a rule's page.</summary>
public static class PageExamples
{
    private const string Fence = "```";

    /// <summary>The runnable examples of a page, in order.</summary>
    /// <param name="rule">Id of the rule.</param>
    /// <param name="page">The page, Markdown.</param>
    /// <exception cref="FormatException">An info string cannot be understood.</exception>
    public static IReadOnlyList<PageExample> Of(string rule, string page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var examples = new List<PageExample>();
        var lines = page.ReplaceLineEndings("\n").Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            var fence = new string('`', lines[at].TakeWhile(c => c == '`').Count());
            var end = Array.FindIndex(lines, at + 1, line => line.TrimEnd() == fence);
            if (end < 0)
            {
                throw new FormatException($"The page of {rule} has a code block that never ends, from line {at + 1} on.");
            }

            var words = lines[at][fence.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Contains("wrong") || words.Contains("right"))
            {
                examples.Add(Parse(rule, examples.Count + 1, words, string.Concat(lines[(at + 1)..end].Select(line => line + "\n"))));
            }

            at = end;
        }

        return examples;
    }

    private static PageExample Parse(string rule, int number, string[] words, string body)
    {
        string? key = null, sample = null;
        var changes = new List<KeyValuePair<string, string>>();
        foreach (var word in words.Skip(1).Where(word => word is not ("wrong" or "right")))
        {
            var (name, value) = word.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 ? (word[..equals], word[(equals + 1)..]) : (word, "");
            switch (name)
            {
                case "key":
                    key = value;
                    break;
                case "spec":
                    sample ??= value switch
                    {
                        "v1.0" => "v1.0/standardized",
                        "v0.7/readme" => "v0.7/readme",
                        "v0.7/0.1.1.10" => "v0.7/release",
                        _ => throw new FormatException($"The page of {rule} names spec '{value}'; known are v1.0, v0.7/readme, v0.7/0.1.1.10."),
                    };
                    break;
                case "base":
                    sample = value;
                    break;
                default:
                    changes.Add(new(name, value));
                    break;
            }
        }

        return new PageExample
        {
            Rule = rule,
            Number = number,
            IsWrong = words.Contains("wrong"),
            Key = key,
            Sample = sample ?? throw new FormatException($"Example {number} on the page of {rule} names no spec."),
            Changes = [.. changes],
            Body = body,
        };
    }
}
