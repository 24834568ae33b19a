using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.OutputLength;

/// <summary>Whether answers are as long as the reference's on average (TEST09).</summary>
public sealed class OutputLengthAudit : AuditTest<OutputLengthConfiguration>
{
    /// <summary>The value of <c>test</c>.</summary>
    public const string AuditId = "output_length_test";

    private const string Performance = "performance";
    private const string Lengths = "output_sequence_lengths";

    // Reference mean and 10 % to either side, as the upstream configuration files give them.
    private static readonly (string Model, double Min, double Max)[] Presets =
    [
        ("gpt-oss-120b", 1150.38, 1406.02),
        ("e2e-rag-qna", 246.43, 301.19),
    ];

    /// <inheritdoc/>
    public override AuditDescriptor Descriptor { get; } = new(
        AuditId, "Output length", "gpt-oss-120b: judged from the performance summary", "TEST09");

    /// <inheritdoc/>
    public override OutputLengthConfiguration? ReadConfiguration(FieldReader fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var min = fields.Number("min_mean", Presence.Nullable, atLeast: 0);
        var max = fields.Number("max_mean", Presence.Nullable, atLeast: min ?? 0);
        var fromMain = fields.Boolean("from_main", Presence.Optional);
        var samples = fields.WholeNumber("samples", Presence.Nullable, atLeast: 1);
        return new OutputLengthConfiguration { MinMean = min, MaxMean = max, FromMain = fromMain ?? true, Samples = samples };
    }

    /// <inheritdoc/>
    public override OutputLengthConfiguration Resolve(OutputLengthConfiguration configuration, BenchmarkConfiguration benchmark)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(benchmark);
        foreach (var (model, min, max) in Presets)
        {
            if (benchmark.Model.Name.Contains(model, StringComparison.OrdinalIgnoreCase))
            {
                return configuration with { MinMean = configuration.MinMean ?? min, MaxMean = configuration.MaxMean ?? max };
            }
        }

        return configuration;
    }

    /// <inheritdoc/>
    public override ImmutableArray<PlannedPhase> Plan(OutputLengthConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.FromMain ? [] : [new PlannedPhase(Performance, configuration.Samples)];
    }

    /// <inheritdoc/>
    public override IEnumerable<AuditProblem> Validate(OutputLengthConfiguration configuration, ValidationContext context)
    {
        // Lengths do not depend on how requests are paced: an existing run of any pattern will do.
        ArgumentNullException.ThrowIfNull(configuration);
        return configuration.FromMain ? [] : base.Validate(configuration, context);
    }

    /// <inheritdoc/>
    public override AuditVerdict Verify(OutputLengthConfiguration configuration, AuditEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(evidence);
        var report = configuration.FromMain
            ? evidence.Main ?? throw new AuditException(AuditErrorKind.Input, "evidence_missing", "There is no main run whose lengths could be judged; run it, or set from_main to false.")
            : evidence[Performance].Report;
        if (configuration is not { MinMean: { } min, MaxMean: { } max })
        {
            throw new AuditException(AuditErrorKind.Input, "parameters_missing", "The audit has no bounds; give min_mean and max_mean in its block.");
        }

        if (report.Rollup(Lengths, "avg") is not { } mean || report.Counted(Lengths) is not { } counted)
        {
            throw new AuditException(AuditErrorKind.Execution, "no_token_counts", "The run's summary holds no output lengths; a tokenizer is needed to count them.");
        }

        var answered = report.Completed - report.Failed;
        var isWithin = min <= mean && mean <= max;
        var isWhole = counted == answered;
        var meanWithEmpty = answered > 0 ? mean * JsonIntegers.ToDouble(counted) / JsonIntegers.ToDouble(answered) : mean;
        var passed = isWithin && isWhole;
        return new AuditVerdict(
            AuditId,
            passed,
            [
                Detail.Of("mean_output_tokens", mean),
                Detail.Of("min_mean", min),
                Detail.Of("max_mean", max),
                Detail.Of("counted", counted),
                Detail.Of("completed", answered),
            ],
            passed ? "within_bounds" : isWithin ? "uncounted" : "out_of_bounds",
            string.Create(CultureInfo.InvariantCulture, $"The mean answer has {mean:F2} tokens, {min:F2} to {max:F2} are expected; {counted} of {answered} answers are counted."))
        {
            Warnings = isWithin && !(min <= meanWithEmpty && meanWithEmpty <= max) ? [AuditWarnings.EmptyOutputs] : [],
        };
    }
}
