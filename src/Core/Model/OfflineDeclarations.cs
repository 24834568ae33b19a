using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The words for <c>offline</c> in <c>point.yaml</c> (policy §5.7). Any other word counts as no declaration.</summary>
public static class OfflineDeclarations
{
    /// <summary>A run of its own, outside the concurrencies of the curve.</summary>
    public const string Dedicated = "dedicated";

    /// <summary>The point at C_max serves as the Offline point.</summary>
    public const string Elected = "elected";

    /// <summary>Not the Offline point.</summary>
    public const string None = "none";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Dedicated, Elected, None];
}
