namespace MlPerf.Endpoints.Core.Checking;

/// <summary>The environment variables that name reference data. The library itself reads none: a tool asks for them here.</summary>
public static class ReferenceDataVariables
{
    /// <summary>Names the file with the published seed sets.</summary>
    public const string SeedSets = "MLPERF_ENDPOINTS_SEED_SETS";

    /// <summary>Names the file with the approved drafters.</summary>
    public const string ApprovedDrafters = "MLPERF_ENDPOINTS_APPROVED_DRAFTERS";

    /// <summary>Lets the variables name the files that no option names. A variable that is empty counts as not set.</summary>
    /// <param name="options">The options to complete.</param>
    /// <param name="variable">Reads a variable; the process environment where null.</param>
    /// <returns>The same options.</returns>
    public static CheckerOptions Apply(CheckerOptions options, Func<string, string?>? variable = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        variable ??= Environment.GetEnvironmentVariable;
        options.SeedSetsFile ??= NonEmpty(variable(SeedSets));
        options.ApprovedDraftersFile ??= NonEmpty(variable(ApprovedDrafters));
        return options;
    }

    private static string? NonEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
