namespace Acme.CustomHarness;

/// <summary>What was seen of one answer.</summary>
/// <param name="TtftNs">Time to the first token, nanoseconds.</param>
/// <param name="LatencyNs">Time to the last token, nanoseconds.</param>
/// <param name="InputTokens">Tokens of the prompt.</param>
/// <param name="OutputTokens">Tokens of the answer.</param>
public readonly record struct Sample(double TtftNs, double LatencyNs, int InputTokens, int OutputTokens)
{
    /// <summary>Time per token after the first, nanoseconds; null where there is only one.</summary>
    public double? TpotNs => OutputTokens > 1 ? (LatencyNs - TtftNs) / (OutputTokens - 1) : null;
}
