using FsCheck;
using FsCheck.Fluent;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace MlPerf.Endpoints.Shared.Tests;

public sealed class TerminalTextTests
{
    /// <summary>What must never reach a terminal, with the form that is shown.</summary>
    private static readonly TestCaseData[] Unsafe =
    [
        new("\u001b[2J", "\\u001b[2J"), new("\r", "\\u000d"), new("\n", "\\u000a"), new("\t", "\\u0009"), new("\0", "\\u0000"), new("\u007f", "\\u007f"),
        new("\u009b31m", "\\u009b31m"), new("\u0085", "\\u0085"), new("\u2028", "\\u2028"), new("\u2029", "\\u2029"),
        new("\u061c", "\\u061c"), new("\u200e", "\\u200e"), new("\u200f", "\\u200f"), new("\u202a", "\\u202a"), new("\u202e", "\\u202e"), new("\u2066", "\\u2066"), new("\u2069", "\\u2069"),
        new("\u00ad", "\\u00ad"), new("\u200b", "\\u200b"), new("\u200d", "\\u200d"), new("\u2060", "\\u2060"), new("\ufeff", "\\ufeff"), new("\u00a0", "\\u00a0"), new("\u3000", "\\u3000"),
        new("\u3164", "\\u3164"), new("\u115f", "\\u115f"), new("\u2800", "\\u2800"), new("\ufe0f", "\\ufe0f"), new("\u034f", "\\u034f"), new("\ue000", "\\ue000"),
        new("\U000e0041", "\\U000e0041"), new("\U000e0100", "\\U000e0100"), new("\ud800x", "\\ud800x"), new("x\udc00", "x\\udc00"),
    ];

    [TestCaseSource(nameof(Unsafe))]
    public void Shows_what_could_drive_a_terminal_or_hide(string text, string shown) => Assert.That(TerminalText.Escape(text), Is.EqualTo(shown));

    [TestCase("")]
    [TestCase("plain text, with (marks) ~")]
    [TestCase("Grüße, 模型 кириллица עברית")]
    [TestCase("e\u0301 combined")]
    [TestCase("😀 beyond the basic plane")]
    public void Leaves_what_can_be_read(string text) => Assert.That(TerminalText.Escape(text), Is.SameAs(text).Or.EqualTo(text));

    [Test]
    public void Keeps_line_feeds_where_lines_are_printed() => Assert.That(TerminalText.Escape("a\nb\r\n", keepsLines: true), Is.EqualTo("a\nb\\u000d\n"));

    [Test]
    public void Is_empty_for_null() => Assert.That(TerminalText.Escape(null), Is.Empty);

    [Property(MaxTest = 2000)]
    public Property Leaves_nothing_to_escape() => Prop.ForAll<string?>(static text => TerminalText.Escape(TerminalText.Escape(text)) == TerminalText.Escape(text));
}
