namespace MlPerf.Endpoints.Prism.Client.Archives;

/// <summary>An archive cannot be read: it is damaged, breaks a bound, or holds what may not be unpacked.</summary>
public sealed class ArchiveException : Exception
{
    /// <summary>Makes an exception.</summary>
    public ArchiveException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether a packed archive breaks off, rather than being no archive or a forbidden one.</summary>
    public bool IsCutShort { get; init; }
}
