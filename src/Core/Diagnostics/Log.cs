using Microsoft.Extensions.Logging;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Diagnostics;

/// <summary>The log messages of this package: ids, counts and durations, never what files hold.</summary>
internal static partial class Log
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Debug, Message = "Checking {Root} as {Revision} with {Rules} rules")]
    public static partial void CheckStarted(ILogger logger, string root, SpecRevision revision, int rules);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Checked {Root} as {Revision} in {DurationMs} ms: {Errors} errors, {Warnings} warnings, {Results} results")]
    public static partial void CheckFinished(ILogger logger, string root, SpecRevision revision, double durationMs, int errors, int warnings, int results);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "Rule {Rule} of pack {Pack} failed")]
    public static partial void RuleFailed(ILogger logger, string rule, string pack);
}
