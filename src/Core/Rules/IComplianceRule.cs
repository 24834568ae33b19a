using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>What discovery looks for. Authors derive from <see cref="ComplianceRule{TTarget}"/>.</summary>
/// <remarks>A rule is pure: the same target gives the same results; no I/O, clock, console or state. It is called from several threads at once.</remarks>
public interface IComplianceRule
{
    /// <summary>What the rule says of itself.</summary>
    RuleDescriptor Descriptor { get; }

    /// <summary>The type of target that it judges; it is asked for every target of this type or of one derived from it.</summary>
    Type TargetType { get; }

    /// <summary>Judges one target.</summary>
    IEnumerable<RuleResult> Check(CheckTarget target);
}
