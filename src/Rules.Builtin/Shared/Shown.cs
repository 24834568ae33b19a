using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Rules.Builtin.Shared;

/// <summary>What a submission says, cut to what a message can hold: a file may say anything at any length.</summary>
internal static class Shown
{
    private const int LongestText = 60;
    private const int MostItems = 12;

    /// <summary>A text of at most about 60 characters.</summary>
    public static string Text(string text)
        => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[LongestText - 4]) ? LongestText - 4 : LongestText - 3), "…");

    /// <summary>Texts of a submission, each cut, the first dozen of them: <c>a, b, c</c>.</summary>
    public static string List(IEnumerable<string> texts) => Join([.. texts.Select(Text)], ", ");

    /// <summary>Numbers, every one in full: <c>1, 8, 32</c>.</summary>
    public static string Numbers(IEnumerable<BigInteger> numbers) => string.Join(", ", numbers.Select(static number => number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Clauses of ours, the first dozen of them: <c>this is wrong; that is wrong</c>.</summary>
    public static string Clauses(IReadOnlyCollection<string> clauses) => Join(clauses, "; ");

    private static string Join(IReadOnlyCollection<string> texts, string separator)
    {
        var shown = string.Join(separator, texts.Take(MostItems));
        return texts.Count <= MostItems ? shown : $"{shown}{separator}and {texts.Count - MostItems} more";
    }
}
