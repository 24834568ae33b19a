using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>A rule: a descriptor and one pure method from a target to results.</summary>
/// <typeparam name="TTarget">What it judges: <see cref="Submission"/>, <see cref="SystemUnderTest"/>, <see cref="CurveFolder"/>, <see cref="Curve"/>,
/// <see cref="PointFolder"/>, <see cref="Point"/>, <see cref="MeasuredPoint"/>, or a target of a pack's own format.</typeparam>
public abstract class ComplianceRule<TTarget> : IComplianceRule
    where TTarget : CheckTarget
{
    /// <inheritdoc/>
    public abstract RuleDescriptor Descriptor { get; }

    /// <inheritdoc/>
    public Type TargetType => typeof(TTarget);

    /// <summary>Judges one target: findings and passes, or <see cref="NotApplicable"/>.</summary>
    public abstract IEnumerable<RuleResult> Check(TTarget target);

    /// <inheritdoc/>
    IEnumerable<RuleResult> IComplianceRule.Check(CheckTarget target) => Check((TTarget)target);

    /// <summary>Says that the rule does not apply, and why.</summary>
    protected static RuleResult NotApplicable(CheckTarget target, string reason) => RuleResult.NotApplicable(target.Path, reason);
}
