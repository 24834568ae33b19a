using System.Buffers;
using System.Globalization;
using System.Text;

namespace MlPerf.Endpoints.Shared;

/// <summary>Makes texts of others (of a submission, a service, a server, a file name) safe to print: what would drive the terminal, reorder the line or hide in it is shown as an escape.</summary>
internal static class TerminalText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(PlainAscii());

    /// <summary>The text with control characters (C0, C1), bidirectional marks, line and paragraph separators and characters that cannot be seen as <c>\uXXXX</c>.</summary>
    /// <param name="text">The text; null becomes the empty text.</param>
    /// <param name="keepsLines">Whether line feeds stay, where the text is printed as lines of its own.</param>
    public static string Escape(string? text, bool keepsLines = false)
    {
        if (string.IsNullOrEmpty(text) || !text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text ?? "";
        }

        var shown = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length;)
        {
            // An unpaired surrogate is no character and cannot be encoded.
            var isWhole = Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length) is OperationStatus.Done;
            if (isWhole && ((keepsLines && rune.Value == '\n') || IsVisible(rune)))
            {
                shown.Append(text, at, length);
            }
            else if (isWhole && !rune.IsBmp)
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
            }
            else
            {
                shown.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:x4}");
            }

            at += length;
        }

        return shown.ToString();
    }

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        // Format holds the bidirectional marks, zero-width characters, the byte order mark and tags.
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.SpaceSeparator => rune.Value == ' ',
        // Letters without a shape: Hangul fillers, the Khmer inherent vowels; variation selectors are marks.
        _ => rune.Value is not (0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x17B4 or 0x17B5 or 0x034F or 0x2800
            or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)),
    };

    private static char[] PlainAscii() => [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c)];
}
