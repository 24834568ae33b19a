namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>Settings of <see cref="PrismClient"/>; bound by name from a configuration section and validated at start.</summary>
public sealed class PrismClientOptions
{
    /// <summary>Base address of today's service.</summary>
    public const string DefaultBaseAddress = "https://endpointsapi.mlcommons.org";

    /// <summary>Base address of the service that the releases of v0.7 knew.</summary>
    public const string DefaultBaseAddressV0_7 = "https://mlperf-endpoints-api-50577619532.us-central1.run.app";

    /// <summary>The protocol level that this client implements: the reference release whose requests it sends and whose rules it checks by.</summary>
    public const string DefaultCliVersion = "1.5.3.0";

    /// <summary>Address that paths are appended to as text. Plain HTTP is accepted on loopback only. Default <see cref="DefaultBaseAddress"/>.</summary>
    public string BaseAddress { get; set; } = DefaultBaseAddress;

    /// <summary>The API key; sent to the API only, never to storage. Null where calls are made that need none.</summary>
    public string? Token { get; set; }

    /// <summary>What the member <c>cli_version</c> states. Default <see cref="DefaultCliVersion"/>.</summary>
    public string CliVersion { get; set; } = DefaultCliVersion;

    /// <summary>How archives travel. Default <see cref="ArchiveTransfer.Presigned"/>.</summary>
    public ArchiveTransfer Transfer { get; set; } = ArchiveTransfer.Presigned;

    /// <summary>Longest wait for a connection. Default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest pause between bytes of an API call. Default 30 s.</summary>
    public TimeSpan ApiTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest pause while an upload is sent. Default 300 s.</summary>
    public TimeSpan UploadWriteTimeout { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>Longest wait for the answer to an upload. Default 120 s.</summary>
    public TimeSpan UploadReadTimeout { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>Longest pause between bytes of a download. Default 300 s.</summary>
    public TimeSpan DownloadTimeout { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>Tries of a call that may be repeated (GET; PUT to storage with a fresh link). 1 switches retries off. Default 3.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>Wait before the second try; doubles from try to try, with jitter. Default 0.5 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Longest <c>Retry-After</c> that is waited for; a longer one ends the call. Default 60 s.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Failures of the API within <see cref="CircuitWindow"/> after which calls are refused for <see cref="CircuitBreak"/>; 0 switches the breaker off. Default 10.</summary>
    public int CircuitFailures { get; set; } = 10;

    /// <summary>Window in which failures are counted. Default 30 s.</summary>
    public TimeSpan CircuitWindow { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an open circuit refuses calls. Default 15 s.</summary>
    public TimeSpan CircuitBreak { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether ids go into paths untouched, as the reference does; only ever for reading. Default false: UUIDs only.</summary>
    public bool AcceptsAnyId { get; set; }

    /// <summary>Whether an answer must be JSON also where nothing is read of it, as the reference has it. Default false: any 2xx will do.</summary>
    public bool RequiresJsonAnswers { get; set; }

    /// <summary>Name and version put before ours in <c>User-Agent</c> by an application that embeds the client; null for none.</summary>
    public string? UserAgent { get; set; }
}
