using System.Text;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>Texts of results as they may stand in an envelope.</summary>
internal static class Texts
{
    /// <summary>The text with half surrogate pairs, which UTF-8 cannot hold, replaced.</summary>
    public static string Clean(string? text) => text is null ? "" : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
