using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing;

namespace MlPerf.Endpoints.Rules.Builtin.Tests;

/// <summary>The contract of the built-in rules, whose outcomes the corpus reaches too.</summary>
public abstract class BuiltinRuleContract<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule> : RuleContract<TRule>
    where TRule : class, IComplianceRule
{
    protected override IReadOnlySet<string> ReachedElsewhere
        => CorpusKeys.All.Where(reached => reached.Type == typeof(TRule)).Select(reached => reached.Key).ToFrozenSet(StringComparer.Ordinal);
}
