namespace MlPerf.Endpoints.Core.Reading;

/// <summary>What a <see cref="Node"/> is. JSON knows only the first seven and <see cref="Opaque"/>.</summary>
public enum NodeKind
{
    /// <summary>Null, or a YAML scalar that says so.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An integer of any size.</summary>
    Integer,

    /// <summary>A double; may be NaN or infinite.</summary>
    Number,

    /// <summary>Text; may hold unpaired surrogates.</summary>
    Text,

    /// <summary>A list.</summary>
    List,

    /// <summary>A mapping.</summary>
    Map,

    /// <summary>A YAML 1.1 date or time stamp, which no typed field accepts.</summary>
    Date,

    /// <summary>YAML <c>!!binary</c>: bytes.</summary>
    Binary,

    /// <summary>A YAML <c>!!set</c>.</summary>
    Set,

    /// <summary>An unknown value too large to keep: only its place and length are known.</summary>
    Opaque,
}
