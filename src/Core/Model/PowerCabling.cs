namespace MlPerf.Endpoints.Core.Model;

/// <summary>The cabling of the scale-out fabric, on which the default power of a switch depends (policy Appendix D.4).</summary>
public static class PowerCabling
{
    /// <summary>Passive copper.</summary>
    public const string Passive = "passive";

    /// <summary>Active optical cables or modules.</summary>
    public const string ActiveOptical = "active_optical";

    /// <summary>Every word, in the order of the policy.</summary>
    public static IReadOnlyList<string> All { get; } = [Passive, ActiveOptical];
}
