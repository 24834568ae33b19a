using MlPerf.Endpoints.Tools;

namespace MlPerf.Endpoints.CliTesting;

/// <summary>Texts that would drive a terminal, reorder a line, hide in it or begin another one.</summary>
internal static class HostileTexts
{
    /// <summary>What follows each of them, and so may never begin a line.</summary>
    public const string Marker = "INJECTED";

    /// <summary>The texts by what they are.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["clear screen"] = "\u001b[2J" + Marker,
        ["colour"] = "\u001b[31m" + Marker,
        ["C1 introducer"] = "\u009b2J" + Marker,
        ["right-to-left override"] = "\u202e" + Marker,
        ["line separator"] = "\u2028" + Marker,
        ["zero-width space"] = "\u200b" + Marker,
        ["NUL"] = "\0" + Marker,
        ["bell"] = "\a" + Marker,
        ["line feed"] = "x\n" + Marker,
        ["lone surrogate"] = "\ud800" + Marker,
        ["tag"] = "\U000e0041" + Marker,
    };

    /// <summary>Fails where one of them, or anything like it, was printed.</summary>
    public static void AssertSafe(string printed, string what)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Unseen(printed), Is.Empty, $"{what}: characters that must be escaped");
            Assert.That(printed.Split('\n', '\r').Where(static line => line.StartsWith(Marker, StringComparison.Ordinal)), Is.Empty, $"{what}: a line begins within a text");
        }
    }

    // Carriage returns are those of a progress line, which is written over.
    private static string Unseen(string printed)
    {
        using var shown = new StringWriter();
        ((TerminalWriter)shown).WriteLines(printed.Replace('\r', '\n'));
        return string.Join(", ", printed.Replace('\r', '\n').Split('\n').Zip(shown.ToString().Split('\n')).Where(static line => line.First != line.Second).Select(static line => line.Second));
    }
}
