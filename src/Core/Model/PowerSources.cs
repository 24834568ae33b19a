namespace MlPerf.Endpoints.Core.Model;

/// <summary>The words of <c>source_type</c>, and what they ask of <c>source</c> (policy Appendix E.1).</summary>
public static class PowerSources
{
    /// <summary>A vendor's specification.</summary>
    public const string VendorSpec = "vendor_spec";

    /// <summary>A publication.</summary>
    public const string Publication = "publication";

    /// <summary>A public statement.</summary>
    public const string PublicStatement = "public_statement";

    /// <summary>A default of Appendix D: the figure is an estimate.</summary>
    public const string MlcDefault = "mlc_default";

    /// <summary>Every word, in the order of the policy.</summary>
    public static IReadOnlyList<string> All { get; } = [VendorSpec, Publication, PublicStatement, MlcDefault];

    /// <summary>The subsections of Appendix D that a default may name.</summary>
    public static IReadOnlyList<string> DefaultSections { get; } = ["D.1", "D.2", "D.3", "D.4"];

    /// <summary>How the source of anything but a default begins.</summary>
    public static IReadOnlyList<string> UrlSchemes { get; } = ["https://", "http://"];
}
