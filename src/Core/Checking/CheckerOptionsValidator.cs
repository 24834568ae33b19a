using Microsoft.Extensions.Options;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>Refuses options that no check could work with.</summary>
internal sealed class CheckerOptionsValidator : IValidateOptions<CheckerOptions>
{
    public ValidateOptionsResult Validate(string? name, CheckerOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Spec) || string.IsNullOrWhiteSpace(options.Dialect))
        {
            faults.Add("Spec and Dialect need a value; 'auto' lets the checker look.");
        }

        if (options.MaxDegreeOfParallelism < 0)
        {
            faults.Add($"MaxDegreeOfParallelism is {options.MaxDegreeOfParallelism}; expected 0 (one thread a core) or more.");
        }

        if (options.DataFolder is { } folder && !Directory.Exists(folder))
        {
            faults.Add($"DataFolder '{folder}' is no folder.");
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
