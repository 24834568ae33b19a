namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>A band of concurrencies for which an accuracy run is due.</summary>
internal enum AccuracyBand
{
    UltraLow,
    Low,
    Medium,
    High,
}
