namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <summary>The types of YAML 1.1 that a plain scalar can resolve to or that a tag can name.</summary>
internal enum YamlTag
{
    Text,
    Null,
    Boolean,
    Integer,
    Number,
    Timestamp,
    Merge,
    DefaultValue,
    Binary,
    List,
    Map,
    Set,
    OrderedMap,
    Pairs,

    /// <summary>A tag that nobody knows: an error once the value is wanted.</summary>
    Unknown,
}
