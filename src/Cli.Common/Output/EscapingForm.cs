namespace MlPerf.Endpoints.Tools;

/// <summary>What an escaping writer lets through, and how it shows the rest.</summary>
internal enum EscapingForm
{
    /// <summary>Line feeds stay.</summary>
    Lines,

    /// <summary>Line feeds and codes of colour stay.</summary>
    ColouredLines,

    /// <summary>A JSON document: white space between tokens stays, the rest is escaped as in a JSON text.</summary>
    Json,
}
