using System.Net;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>The service refuses the protocol level that this client states (426).</summary>
public sealed class PrismUpgradeRequiredException : PrismException
{
    /// <summary>Makes an exception.</summary>
    /// <param name="detail">What the service said.</param>
    /// <param name="cliVersion">The level that was stated.</param>
    public PrismUpgradeRequiredException(string detail, string cliVersion)
        : base(PrismErrorKind.UpgradeRequired, $"The service no longer accepts protocol level {cliVersion}: {detail.TrimEnd('.', ' ')}. "
            + "Update this tool; where the newer level changes nothing for you, state it with --cli-version or MLPERF_PRISM_CLI_VERSION.")
    {
        Status = HttpStatusCode.UpgradeRequired;
        Detail = detail;
        CliVersion = cliVersion;
    }

    /// <summary>The level that was stated.</summary>
    public string CliVersion { get; }
}
