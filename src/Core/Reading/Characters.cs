using System.Globalization;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Characters as messages name them.</summary>
internal static class Characters
{
    /// <summary>The first character of some UTF-8: in quotes where it can be seen, by its number where it cannot.</summary>
    public static string Describe(ReadOnlySpan<byte> utf8)
    {
        Rune.DecodeFromUtf8(utf8, out var rune, out _);
        return Describe(rune);
    }

    /// <summary>A character: in quotes where it can be seen, by its number where it cannot.</summary>
    public static string Describe(Rune rune)
        => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? string.Create(CultureInfo.InvariantCulture, $"the character U+{rune.Value:X4}")
            : $"'{rune}'";
}
