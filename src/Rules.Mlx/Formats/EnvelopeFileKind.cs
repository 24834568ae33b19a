namespace MlPerf.Endpoints.Rules.Mlx.Formats;

/// <summary>How a file holds envelopes.</summary>
internal enum EnvelopeFileKind
{
    /// <summary>One JSON document.</summary>
    Document,

    /// <summary>A JSON document a line.</summary>
    Lines,
}
