using System.Globalization;

namespace MlPerf.Endpoints.PrismStandIn;

/// <summary>Settings of the stand-in.</summary>
public sealed record StandInOptions
{
    /// <summary>Port on loopback; 0 for a free one.</summary>
    public int Port { get; init; }

    /// <summary>The key that is accepted.</summary>
    public string Token { get; init; } = "mlc_sandbox";

    /// <summary>Folder that keeps records and archives over restarts; memory and a temporary folder where null.</summary>
    public string? StateFolder { get; init; }

    /// <summary>Newest client release; a client that is behind in its first two numbers is answered 426.</summary>
    public string NewestCliVersion { get; init; } = "1.5.3.0";

    /// <summary>Reads <c>--port N --token T --state DIR</c>.</summary>
    public static StandInOptions Parse(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var options = new StandInOptions { Port = 8787 };
        for (var at = 0; at + 1 < args.Length; at += 2)
        {
            options = args[at] switch
            {
                "--port" => options with { Port = int.Parse(args[at + 1], CultureInfo.InvariantCulture) },
                "--token" => options with { Token = args[at + 1] },
                "--state" => options with { StateFolder = args[at + 1] },
                var unknown => throw new ArgumentException($"Unknown option '{unknown}'; known: --port, --token, --state.", nameof(args)),
            };
        }

        return options;
    }
}
