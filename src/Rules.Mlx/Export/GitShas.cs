namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>Names of commits as an envelope may hold them.</summary>
internal static class GitShas
{
    private const int Shortest = 7;
    private const int Longest = 64;

    public static bool IsOne(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiHexDigit(c))
            {
                return false;
            }
        }

        return text.Length is >= Shortest and <= Longest;
    }
}
