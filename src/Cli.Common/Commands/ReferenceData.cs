using MlPerf.Endpoints.Core.Checking;

namespace MlPerf.Endpoints.Tools;

/// <summary>The files with seed sets and drafters that a check compares with.</summary>
internal static class ReferenceData
{
    /// <summary>Lets the reference's variables name the files that no option names, and resolves them all.</summary>
    /// <returns>The same options.</returns>
    public static CheckerOptions Apply(ToolHost host, CheckerOptions options)
    {
        ReferenceDataVariables.Apply(options, host.Variable);
        options.SeedSetsFile = options.SeedSetsFile is { } seedSets ? host.Resolve(seedSets) : null;
        options.ApprovedDraftersFile = options.ApprovedDraftersFile is { } drafters ? host.Resolve(drafters) : null;
        return options;
    }
}
