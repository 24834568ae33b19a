namespace MlPerf.Endpoints.Rules.Mlx.Model;

/// <summary>A document that keeps to the schema.</summary>
public sealed class ValidEnvelope : ReadableEnvelope;
