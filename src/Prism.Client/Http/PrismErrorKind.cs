namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>Kinds of failure when talking to PRISM and its storage.</summary>
public enum PrismErrorKind
{
    /// <summary>There is no API key, or one that cannot be sent in a header.</summary>
    MissingToken,

    /// <summary>The service answered 401 or 403.</summary>
    Unauthorized,

    /// <summary>The service answered 426: it wants a newer protocol level.</summary>
    UpgradeRequired,

    /// <summary>The service answered any other status outside 2xx.</summary>
    Api,

    /// <summary>Object storage answered a status outside 2xx, 401 and 403 included: an expired link is no bad key.</summary>
    Storage,

    /// <summary>No connection, a time-out, a broken or short answer, an address that may not be used.</summary>
    Network,

    /// <summary>An answer of 2xx that is no JSON, lacks a needed member or has one of the wrong type.</summary>
    Malformed,

    /// <summary>An archive cannot be read, written or opened for upload.</summary>
    Archive,
}
