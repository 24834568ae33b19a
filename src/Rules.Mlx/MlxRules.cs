using MlPerf.Endpoints.Core.DependencyInjection;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Generated;

namespace MlPerf.Endpoints.Rules.Mlx;

/// <summary>The pack of MLX Benchmark Result envelopes.</summary>
public static class MlxRules
{
    internal const string PackName = "MlPerf.Endpoints.Rules.Mlx";

    /// <summary>Lists the format and its rules, for <see cref="RuleCatalogueBuilder.AddRulesFrom(RulePackIndexAttribute)"/>.</summary>
    public static RulePackIndexAttribute Index => new RulePackIndex(PackName);

    /// <summary>Adds the format and its rules to a container's checker; needed only where other packs are added explicitly too.</summary>
    public static SubmissionCheckerBuilder AddMlxRules(this SubmissionCheckerBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddRulesFrom(Index);
    }
}
