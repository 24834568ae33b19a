using System.Diagnostics.CodeAnalysis;
using MlPerf.Endpoints.Core.DependencyInjection;

namespace MlPerf.Endpoints.Rules.Mlx;

/// <summary>The pack of MLX Benchmark Result envelopes.</summary>
public static class MlxRules
{
    /// <summary>Adds the format and its rules to a container's checker; needed only where other packs are added explicitly too.</summary>
    [RequiresUnreferencedCode("Finds the rules by reflection; trimmed applications use AddRule<T>() and AddFormat<T>().")]
    public static SubmissionCheckerBuilder AddMlxRules(this SubmissionCheckerBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddRulesFrom(typeof(MlxRules).Assembly);
    }
}
