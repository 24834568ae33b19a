using MlPerf.Endpoints.Core.DependencyInjection;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Generated;

namespace MlPerf.Endpoints.Rules.Builtin;

/// <summary>The pack of every rule of section 9.1, both spec revisions.</summary>
public static class BuiltinRules
{
    internal const string PackName = "MlPerf.Endpoints.Rules.Builtin";

    /// <summary>Lists every rule, for <see cref="RuleCatalogueBuilder.AddRulesFrom(RulePackIndexAttribute)"/>.</summary>
    public static RulePackIndexAttribute Index => new RulePackIndex(PackName);

    /// <summary>Adds the built-in rules to a container's checker; needed only where other packs are added explicitly too.</summary>
    public static SubmissionCheckerBuilder AddBuiltinRules(this SubmissionCheckerBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddRulesFrom(Index);
    }
}
