using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>The figures of a result summary, as the file states them; null where it does not.</summary>
/// <param name="root">The summary's top level.</param>
/// <param name="readsDecimals">Whether percentile keys may have decimals: v1.0 reads <c>50</c> and <c>50.0</c> alike, v0.7 only the first.</param>
internal sealed class SummaryFigures(Node root, bool readsDecimals)
{
    public Node Root => root;

    /// <summary>Length of the run, seconds; null where it is not positive.</summary>
    public double? DurationS => Number("duration_ns") / 1e9 is > 0 and var seconds && double.IsFinite(seconds) ? seconds : null;

    /// <summary>Output tokens, cut toward zero.</summary>
    public double? OutputTokens => Number("output_sequence_lengths", "total") is { } total ? Math.Truncate(total) : null;

    public double? InputTokens => Number("input_sequence_lengths", "total");

    public BigInteger? Issued => Count("n_samples_issued");

    public BigInteger? Completed => Count("n_samples_completed");

    public BigInteger? Failed => Count("n_samples_failed");

    public double? SystemTps => OutputTokens / DurationS;

    /// <summary>Mean number of output tokens of an answer.</summary>
    public double? OutputTokensMean
        => !(Completed > 0) ? null
            : Number("output_sequence_lengths_full_run", "output_sequence_lengths", "avg") ?? Number("output_sequence_lengths", "avg") ?? OutputTokens / NodeValues.ToDouble(Completed.Value);

    /// <summary>End-to-end interactivity, tokens per second of turn time: from the sums of turns, or where neither is stated and no sample failed from the totals.</summary>
    public double? Interactivity
    {
        get
        {
            var (tokens, timeS) = (Number("output_tokens_per_turn_total"), Number("e2e_turn_time_seconds_total"));
            if (tokens is null && timeS is null && Failed is { IsZero: true } or null)
            {
                (tokens, timeS) = (Number("output_sequence_lengths", "total"), Number("latency", "total") / 1e9);
            }

            return timeS > 0 ? tokens / timeS : null;
        }
    }

    public string? GitSha => root["git_sha"]?.AsText;

    /// <summary>Start of the run: an epoch in s, ms, µs or ns by its size. Zero means unknown, as the client writes.</summary>
    public DateTimeOffset? StartedAt
    {
        get
        {
            if (Number("test_started_at") is not (> 0 and < 1e20 and var epoch))
            {
                return null;
            }

            var seconds = epoch switch
            {
                < 1e11 => epoch,
                < 1e14 => epoch / 1e3,
                < 1e17 => epoch / 1e6,
                _ => epoch / 1e9,
            };
            return DateTimeOffset.FromUnixTimeSeconds((long)seconds);
        }
    }

    /// <summary>A percentile of a block.</summary>
    public double? Percentile(string block, int number)
    {
        if (root[block] is not { } stats || stats["percentiles"] is not { Kind: NodeKind.Map } percentiles)
        {
            return null;
        }

        foreach (var (key, value) in percentiles.Members)
        {
            if (key.AsText is { } text && (readsDecimals
                ? double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var known) && known == number
                : string.Equals(text, number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)))
            {
                return value.RawNumber;
            }
        }

        return null;
    }

    /// <summary>A number at a path of members.</summary>
    public double? Number(params ReadOnlySpan<string> path)
    {
        var node = root;
        foreach (var name in path)
        {
            node = node?[name];
        }

        return node?.RawNumber;
    }

    private BigInteger? Count(string name) => root[name] switch
    {
        { Kind: NodeKind.Integer } node => node.AsInteger,
        { Kind: NodeKind.Number, AsNumber: var number } when double.IsFinite(number) && Math.Truncate(number) == number => new BigInteger(number),
        _ => null,
    };
}
