using System.Collections.Immutable;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Audits;

/// <summary>A compliance audit: runs of a live endpoint, planned before and judged after, never steered in between.</summary>
/// <remarks>Stateless and pure throughout: no file, no network, no clock. Found in marked packs like a rule; most derive from <see cref="AuditTest{TConfiguration}"/>.
/// Audits, section 2.</remarks>
public interface IAuditTest : IPackPart
{
    /// <summary>What the audit says of itself.</summary>
    AuditDescriptor Descriptor { get; }

    /// <summary>The record that carries this audit's own settings.</summary>
    Type ConfigurationType { get; }

    /// <summary>Reads the audit's own fields of its block, in the order of their declaration. <c>test</c> and <c>only</c> are read already; unknown fields are refused afterwards.</summary>
    /// <param name="fields">The block.</param>
    /// <returns>The configuration; null where a field was refused.</returns>
    AuditConfiguration? ReadConfiguration(FieldReader fields);

    /// <summary>Fills in what depends on the rest of the file: presets of a model, whether answers are streamed.</summary>
    AuditConfiguration Resolve(AuditConfiguration configuration, BenchmarkConfiguration benchmark);

    /// <summary>Finished runs that are evidence without being phases: label and folder, in order.</summary>
    IEnumerable<KeyValuePair<string, string>> ExistingRuns(AuditConfiguration configuration);

    /// <summary>Makes the configuration from a finished audit's verdict and the options of a re-check; null where that says too little.</summary>
    /// <param name="known">What is known.</param>
    AuditConfiguration? Restore(KnownParameters known);

    /// <summary>The phases to run, in order. Needs neither dataset nor endpoint; empty only where the evidence is an existing run.</summary>
    ImmutableArray<PlannedPhase> Plan(AuditConfiguration configuration);

    /// <summary>Everything that stands against running the audit, in the order in which it is judged.</summary>
    /// <param name="configuration">The audit's configuration.</param>
    /// <param name="context">The dataset as loaded, the load pattern and the rest of the file.</param>
    IEnumerable<AuditProblem> Validate(AuditConfiguration configuration, ValidationContext context);

    /// <summary>What should be said of a configuration though it can be run; ids of the re-check's table of warnings.</summary>
    IEnumerable<string> Warn(AuditConfiguration configuration, ValidationContext context);

    /// <summary>Judges the evidence of all phases: numbers in, verdict out.</summary>
    /// <param name="configuration">The audit's configuration.</param>
    /// <param name="evidence">The phases in the order of the plan.</param>
    /// <exception cref="AuditException">The evidence does not allow a verdict.</exception>
    AuditVerdict Verify(AuditConfiguration configuration, AuditEvidence evidence);
}
