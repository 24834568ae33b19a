using System.Collections.Immutable;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits;

/// <summary>An audit with a configuration record of its own: the base that authors derive from.</summary>
/// <typeparam name="TConfiguration">The configuration record.</typeparam>
public abstract class AuditTest<TConfiguration> : IAuditTest
    where TConfiguration : AuditConfiguration
{
    /// <inheritdoc/>
    public abstract AuditDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public string Id => Descriptor.Id;

    /// <inheritdoc/>
    public Type ConfigurationType => typeof(TConfiguration);

    /// <inheritdoc cref="IAuditTest.ReadConfiguration"/>
    public abstract TConfiguration? ReadConfiguration(FieldReader fields);

    /// <inheritdoc cref="IAuditTest.Resolve"/>
    public virtual TConfiguration Resolve(TConfiguration configuration, BenchmarkConfiguration benchmark) => configuration;

    /// <inheritdoc cref="IAuditTest.ExistingRuns"/>
    public virtual IEnumerable<KeyValuePair<string, string>> ExistingRuns(TConfiguration configuration) => [];

    /// <inheritdoc cref="IAuditTest.Restore"/>
    /// <remarks>The default takes the block as the finished audit's files have it.</remarks>
    public virtual TConfiguration? Restore(KnownParameters known) => known?.Block as TConfiguration;

    /// <inheritdoc cref="IAuditTest.Plan"/>
    public abstract ImmutableArray<PlannedPhase> Plan(TConfiguration configuration);

    /// <inheritdoc cref="IAuditTest.Validate"/>
    /// <remarks>The default judges the load pattern, then that the samples and indexes of each phase exist.</remarks>
    public virtual IEnumerable<AuditProblem> Validate(TConfiguration configuration, ValidationContext context) => PlanGuards.Check(Plan(configuration), context);

    /// <inheritdoc cref="IAuditTest.Warn"/>
    public virtual IEnumerable<string> Warn(TConfiguration configuration, ValidationContext context) => [];

    /// <inheritdoc cref="IAuditTest.Verify"/>
    public abstract AuditVerdict Verify(TConfiguration configuration, AuditEvidence evidence);

    /// <inheritdoc/>
    AuditConfiguration? IAuditTest.ReadConfiguration(FieldReader fields) => ReadConfiguration(fields);

    /// <inheritdoc/>
    AuditConfiguration IAuditTest.Resolve(AuditConfiguration configuration, BenchmarkConfiguration benchmark) => Resolve((TConfiguration)configuration, benchmark);

    /// <inheritdoc/>
    IEnumerable<KeyValuePair<string, string>> IAuditTest.ExistingRuns(AuditConfiguration configuration) => ExistingRuns((TConfiguration)configuration);

    /// <inheritdoc/>
    AuditConfiguration? IAuditTest.Restore(KnownParameters known) => Restore(known);

    /// <inheritdoc/>
    ImmutableArray<PlannedPhase> IAuditTest.Plan(AuditConfiguration configuration) => Plan((TConfiguration)configuration);

    /// <inheritdoc/>
    IEnumerable<AuditProblem> IAuditTest.Validate(AuditConfiguration configuration, ValidationContext context) => Validate((TConfiguration)configuration, context);

    /// <inheritdoc/>
    IEnumerable<string> IAuditTest.Warn(AuditConfiguration configuration, ValidationContext context) => Warn((TConfiguration)configuration, context);

    /// <inheritdoc/>
    AuditVerdict IAuditTest.Verify(AuditConfiguration configuration, AuditEvidence evidence) => Verify((TConfiguration)configuration, evidence);
}
