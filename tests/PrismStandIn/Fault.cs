namespace MlPerf.Endpoints.PrismStandIn;

/// <summary>Something that goes wrong on demand.</summary>
public sealed record Fault
{
    /// <summary>The verb that it strikes; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>A part of the path that it strikes, <c>/archive/upload-url</c>; storage paths begin with <c>/storage/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>How many requests it strikes.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Requests that pass before it strikes.</summary>
    public int After { get; init; }

    /// <summary>Status to answer; null for none.</summary>
    public int? Status { get; init; }

    /// <summary>Seconds for <c>Retry-After</c>; null for no such header.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Body to answer: malformed JSON, for example.</summary>
    public string? Body { get; init; }

    /// <summary>Milliseconds before anything else happens; with nothing else, the request is answered as usual afterwards.</summary>
    public int DelayMilliseconds { get; init; }

    /// <summary>Whether the request hangs until the client gives up.</summary>
    public bool Hangs { get; init; }

    /// <summary>Whether the connection is cut: before the answer, or after this many bytes of it.</summary>
    public int? CutAfterBytes { get; init; }

    /// <summary>Whether the request is carried out although its answer is lost.</summary>
    public bool CarriesOut { get; init; }

    /// <summary>Whether the request is only slow.</summary>
    internal bool IsDelayOnly => DelayMilliseconds > 0 && this is { Status: null, Body: null, Hangs: false, CutAfterBytes: null, CarriesOut: false };
}
