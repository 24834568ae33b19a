using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using MlPerf.Endpoints.Audits.Json;

namespace MlPerf.Endpoints.Audits.Scoring;

/// <summary>Scores by a command of the operator's own configuration: answers in a file, the score from its output.</summary>
/// <remarks>The command line is split at blanks and run without a shell. A re-check never runs one: its files are a stranger's.</remarks>
internal static class CommandScorer
{
    private const string DefaultPattern = @"([-+]?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)\s*$";
    private static readonly TimeSpan PatternTimeout = TimeSpan.FromSeconds(5);

    public static async Task<double?> ScoreAsync(ScorerReference reference, IReadOnlyList<SampleOutput> outputs, string folder, CancellationToken stop)
    {
        var file = Path.Join(folder, "outputs.jsonl");
        JsonText.WriteLines(file, outputs, static (json, output) =>
        {
            json.WriteStartObject();
            json.WriteNumber("index", output.Index);
            json.WriteString("output", output.Text);
            json.WriteEndObject();
        });
        var text = await RunAsync(reference.Scorer, file, stop).ConfigureAwait(false);
        try
        {
            var match = Regex.Match(text, reference.ScorePattern ?? DefaultPattern, RegexOptions.CultureInvariant, PatternTimeout);
            return match.Success && double.TryParse(match.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) ? score : null;
        }
        catch (Exception failure) when (failure is ArgumentException or RegexMatchTimeoutException)
        {
            throw new AuditException(AuditErrorKind.Input, "score_pattern", $"The score pattern cannot be used: {failure.Message}", failure);
        }
    }

    private static async Task<string> RunAsync(string command, string file, CancellationToken stop)
    {
        var parts = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(parts[0]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var part in parts.AsSpan(1))
        {
            start.ArgumentList.Add(part.Replace(ScorerReference.OutputsPlaceholder, file, StringComparison.Ordinal));
        }

        try
        {
            using var process = Process.Start(start) ?? throw new AuditException(AuditErrorKind.Execution, "scorer_failed", $"The scorer '{parts[0]}' could not be started.");
            try
            {
                var text = await process.StandardOutput.ReadToEndAsync(stop).ConfigureAwait(false);
                await process.WaitForExitAsync(stop).ConfigureAwait(false);
                return process.ExitCode == 0 ? text : throw new AuditException(AuditErrorKind.Execution, "scorer_failed", $"The scorer '{parts[0]}' ended with code {process.ExitCode}.");
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception failure)
        {
            throw new AuditException(AuditErrorKind.Setup, "scorer_failed", $"The scorer '{parts[0]}' cannot be started: {failure.Message}", failure);
        }
    }
}
