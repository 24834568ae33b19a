namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <summary>The forms a YAML node can have, whatever its type.</summary>
internal enum YamlNodeKind
{
    Scalar,
    Sequence,
    Mapping,
}
