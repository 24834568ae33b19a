using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>The <c>steady_state</c> block of a point (policy §4.4). All words are as written; rules judge them.</summary>
public sealed record SteadyState
{
    /// <summary>The status of a run whose steady part is long enough to be judged by.</summary>
    public const string Windowable = "windowable";

    /// <summary>The status of a run with fewer passes over its dataset than a trend needs.</summary>
    public const string InsufficientPasses = "insufficient_passes";

    /// <summary>How the state of a drifting metric begins.</summary>
    public const string DriftingPrefix = "Drifting";

    /// <summary>Verdict of a run whose figures rise.</summary>
    public const string DriftingUp = "drifting_up";

    /// <summary>Verdict of a run whose figures fall.</summary>
    public const string DriftingDown = "drifting_down";

    /// <summary><c>status</c>.</summary>
    public string? Status { get; init; }

    /// <summary><c>verdict</c>.</summary>
    public string? Verdict { get; init; }

    /// <summary><c>window.super_pass_start</c>: first super-pass of the steady window.</summary>
    public BigInteger? SuperPassStart { get; init; }

    /// <summary><c>window.super_pass_end</c>: last super-pass of the steady window, inclusive.</summary>
    public BigInteger? SuperPassEnd { get; init; }

    /// <summary><c>window.super_pass_size</c>, queries. No rule reads it.</summary>
    public BigInteger? SuperPassSize { get; init; }

    /// <summary><c>window.n_samples</c>, queries. No rule reads it.</summary>
    public BigInteger? WindowSamples { get; init; }

    /// <summary><c>window.duration_s</c>, seconds.</summary>
    public double? WindowDurationS { get; init; }

    /// <summary><c>state</c>: metric to state, in file order.</summary>
    public ImmutableArray<NamedText> States { get; init; } = [];

    /// <summary><c>anomaly</c> as it stands; null where absent.</summary>
    public Node? Anomaly { get; init; }

    /// <summary>Number of super-passes in the window; null where either end is unknown. May be zero or negative.</summary>
    public BigInteger? SuperPasses => SuperPassEnd - SuperPassStart + 1;

    /// <summary>Whether the figures of the steady window are official.</summary>
    public bool IsOfficial => string.Equals(Status, Windowable, StringComparison.Ordinal);

    /// <summary>Whether the verdict says that the run drifts.</summary>
    public bool HasDriftingVerdict => Verdict is DriftingUp or DriftingDown;

    /// <summary>The metrics whose state begins with <see cref="DriftingPrefix"/>, by code point.</summary>
    public ImmutableArray<string> DriftingMetrics
    {
        get
        {
            var drifting = new List<string>();
            foreach (var state in States)
            {
                if (state.Value.StartsWith(DriftingPrefix, StringComparison.Ordinal))
                {
                    drifting.Add(state.Name);
                }
            }

            drifting.Sort(CodePointComparer.Instance);
            return [.. drifting];
        }
    }
}
