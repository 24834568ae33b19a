using System.Net;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>A call to PRISM or its storage failed.</summary>
/// <remarks>Messages never hold a key, nor the query of a presigned link.</remarks>
public class PrismException : Exception
{
    /// <summary>Makes an exception.</summary>
    public PrismException(PrismErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    /// <summary>What kind of failure it is.</summary>
    public PrismErrorKind Kind { get; }

    /// <summary>The status that was answered; null where nothing was.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>What the service said: the decoded <c>detail</c>, else the first 500 characters of the body.</summary>
    public string? Detail { get; init; }

    /// <summary>The call: method and path, never a host or a query.</summary>
    public string? Call { get; init; }

    /// <summary>Whether the failed call was a download; the reference then leaves its half-made change in place.</summary>
    public bool IsDownload { get; init; }

    /// <summary>Whether the request may have reached the service although no answer came: for a call that creates or deletes, the outcome is unknown.</summary>
    public bool IsOutcomeUnknown { get; init; }

    /// <summary>How long the service asked to wait, where it did.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
