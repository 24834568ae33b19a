namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Whether a field must be there, and whether it may be null.</summary>
public enum Presence
{
    /// <summary>Must be there, null is refused.</summary>
    Required,

    /// <summary>May be absent, null is refused.</summary>
    Optional,

    /// <summary>May be absent or null.</summary>
    Nullable,
}
