using System.Numerics;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>The mapping <c>settings</c>, as far as the runner reads it.</summary>
public sealed record BenchmarkSettings
{
    /// <summary>How requests are issued.</summary>
    public required LoadPatternConfiguration LoadPattern { get; init; }

    /// <summary>Derives a count where none is given; no floor. Default 600000 ms.</summary>
    public BigInteger MinDurationMs { get; init; } = 600_000;

    /// <summary>Ends the phase; 0 for never.</summary>
    public BigInteger MaxDurationMs { get; init; }

    /// <summary>The count; null to derive it.</summary>
    public BigInteger? SamplesToIssue { get; init; }

    /// <summary>Seed of the schedule.</summary>
    public BigInteger SchedulerSeed { get; init; } = 42;

    /// <summary>Seed of the sample order.</summary>
    public BigInteger DataloaderSeed { get; init; } = 42;

    /// <summary>Most connections at once; -1 for no limit.</summary>
    public BigInteger MaxConnections { get; init; } = -1;

    /// <summary>Whether certificates are not verified.</summary>
    public bool Insecure { get; init; }

    /// <summary>Whether each streamed chunk is an event.</summary>
    public bool StreamAllChunks { get; init; }

    /// <summary>How long a connection may idle, in seconds.</summary>
    public double MaxIdleTimeS { get; init; } = 4;

    /// <summary>How long the end of a phase waits for answers, in seconds; null for ever.</summary>
    public double? DrainTimeoutS { get; init; } = 240;

    /// <summary>Whether the file itself says how long to wait.</summary>
    public bool IsDrainTimeoutGiven { get; init; }

    /// <summary>Requests before the measurement.</summary>
    public required WarmupConfiguration Warmup { get; init; }

    /// <summary>Whether early-stopping estimates are made.</summary>
    public bool EarlyStopping { get; init; } = true;
}
