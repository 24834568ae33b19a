namespace MlPerf.Endpoints.Core.Reading;

/// <summary>The language of a <see cref="Document"/>.</summary>
public enum DocumentLanguage
{
    /// <summary>JSON with the literals NaN, Infinity and -Infinity.</summary>
    Json,

    /// <summary>YAML 1.1, one document.</summary>
    Yaml,
}
