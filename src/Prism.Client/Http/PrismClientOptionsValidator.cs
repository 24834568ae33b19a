using Microsoft.Extensions.Options;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>Refuses settings with which no call could be made.</summary>
internal sealed class PrismClientOptionsValidator : IValidateOptions<PrismClientOptions>
{
    public ValidateOptionsResult Validate(string? name, PrismClientOptions options)
    {
        var failures = new List<string>();
        if (PrismAddress.Problem(options.BaseAddress) is { } problem)
        {
            failures.Add($"{nameof(options.BaseAddress)}: {problem}");
        }

        if (string.IsNullOrWhiteSpace(options.CliVersion))
        {
            failures.Add($"{nameof(options.CliVersion)} is empty; expected a release of the reference such as {PrismClientOptions.DefaultCliVersion}.");
        }

        foreach (var (setting, value) in Times(options))
        {
            if (value <= TimeSpan.Zero)
            {
                failures.Add($"{setting} is {value}; expected a time above zero.");
            }
        }

        if (options.MaxAttempts is < 1 or > 10)
        {
            failures.Add($"{nameof(options.MaxAttempts)} is {options.MaxAttempts}; expected 1 to 10.");
        }

        if (options.CircuitFailures is < 0 or 1)
        {
            failures.Add($"{nameof(options.CircuitFailures)} is {options.CircuitFailures}; expected 0 (off) or at least 2.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<(string, TimeSpan)> Times(PrismClientOptions options) =>
    [
        (nameof(options.ConnectTimeout), options.ConnectTimeout),
        (nameof(options.ApiTimeout), options.ApiTimeout),
        (nameof(options.UploadWriteTimeout), options.UploadWriteTimeout),
        (nameof(options.UploadReadTimeout), options.UploadReadTimeout),
        (nameof(options.DownloadTimeout), options.DownloadTimeout),
        (nameof(options.RetryDelay), options.RetryDelay),
        (nameof(options.MaxRetryAfter), options.MaxRetryAfter),
        (nameof(options.CircuitWindow), options.CircuitWindow),
        (nameof(options.CircuitBreak), options.CircuitBreak),
    ];
}
