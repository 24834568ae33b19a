namespace MlPerf.Endpoints.Core.Model;

/// <summary>How a system is cooled, and what the other components draw beside the major ones (policy §4.5.2).</summary>
public static class PowerCooling
{
    /// <summary>Liquid cooling.</summary>
    public const string Liquid = "liquid";

    /// <summary>Air cooling.</summary>
    public const string Air = "air";

    /// <summary>Overhead of a liquid-cooled system, as a share of its major components.</summary>
    public const double LiquidOverhead = 0.30;

    /// <summary>Overhead of an air-cooled system, as a share of its major components.</summary>
    public const double AirOverhead = 0.50;

    /// <summary>Every word, in the order of the policy.</summary>
    public static IReadOnlyList<string> All { get; } = [Liquid, Air];

    /// <summary>The overhead of a word of <see cref="All"/>.</summary>
    public static double OverheadOf(string cooling) => string.Equals(cooling, Liquid, StringComparison.Ordinal) ? LiquidOverhead : AirOverhead;

    /// <summary>The overhead that a free text of a system description stands for; null where it names no way of cooling.</summary>
    /// <remarks>Words are found anywhere, also inside other words, as in the reference.</remarks>
    public static double? OverheadOfText(string cooling)
    {
        ArgumentNullException.ThrowIfNull(cooling);
        return Has(cooling, "liquid") || Has(cooling, "water") || Has(cooling, "immersion") ? LiquidOverhead
            : Has(cooling, "air") ? AirOverhead
            : null;
    }

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
