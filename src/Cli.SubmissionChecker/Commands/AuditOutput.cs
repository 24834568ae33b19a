using System.Collections.Immutable;
using System.Text.Json;
using MlPerf.Endpoints.Audits;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Verdicts;
using MlPerf.Endpoints.SubmissionChecker.Terminal;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary>What audit commands print.</summary>
internal static class AuditOutput
{
    /// <summary>The members that a result has: outcome, error, warnings, verdict.</summary>
    public static void WriteResult(Utf8JsonWriter json, string outcome, string? error, ImmutableArray<string> warnings, AuditVerdict? verdict)
    {
        json.WriteString("outcome", outcome);
        json.WriteString("error", error);
        json.WriteStartArray("warnings");
        foreach (var warning in warnings)
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        json.WritePropertyName("verdict");
        if (verdict is null)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(VerdictFiles.Json(verdict).Span.TrimEnd((byte)'\n'));
        }
    }

    /// <summary>Prints the results of one audit or several.</summary>
    /// <returns>The exit code of them all.</returns>
    public static int Report(ToolHost host, IReadOnlyList<AuditLine> results, bool isJson)
    {
        var exitCode = CheckerExitCodes.Combine(results.Select(result => result.ExitCode));
        var worst = results.First(result => result.ExitCode == exitCode);
        if (isJson)
        {
            JsonOutput.Print(host, json => WriteResults(json, worst, results));
        }
        else
        {
            foreach (var result in results)
            {
                PrintText(host.Output, result);
            }
        }

        return exitCode;
    }

    private static void WriteResults(Utf8JsonWriter json, AuditLine worst, IReadOnlyList<AuditLine> results)
    {
        WriteResult(json, worst.Outcome, worst.Error, worst.Warnings, worst.Verdict);
        if (results.Count > 1)
        {
            json.WriteStartArray("results");
            foreach (var result in results)
            {
                json.WriteStartObject();
                json.WriteString("audit", result.AuditId);
                WriteResult(json, result.Outcome, result.Error, result.Warnings, result.Verdict);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void PrintText(TerminalWriter output, AuditLine result)
    {
        output.WriteLine($"{result.AuditId ?? "audit"}: {result.Outcome}{(result.Error is null ? "" : $" ({result.Error})")}");
        output.WriteLine($"  {result.Message}");
        foreach (var warning in result.Warnings)
        {
            output.WriteLine(Warning(warning, indent: "  "));
        }

        if (result.Folder is not null)
        {
            output.WriteLine($"  written to {result.Folder}");
        }
    }

    /// <summary>A warning's id and what it means.</summary>
    public static string Warning(string warning, string indent = "")
        => $"{indent}warning: {warning}{(AuditWarnings.Describe(warning) is { } meaning ? $": {meaning}" : "")}";

    /// <summary>Tells every fault of a configuration.</summary>
    /// <returns>The exit code.</returns>
    public static int Refuse(ToolHost host, ConfigurationReading reading, string file, bool isJson)
    {
        if (isJson)
        {
            JsonOutput.Print(host, json =>
            {
                WriteResult(json, "input", reading.Problems[0].Kind, [], null);
                json.WriteStartArray("problems");
                foreach (var problem in reading.Problems)
                {
                    json.WriteStartObject();
                    json.WriteString("path", problem.Path);
                    json.WriteString("kind", problem.Kind);
                    json.WriteString("message", problem.Message);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            });
        }
        else
        {
            foreach (var problem in reading.Problems)
            {
                host.Error.WriteLine($"{file}{(problem.Location is { } place ? $":{place.Line}:{place.Column}" : "")}: {problem.Kind}: {problem}");
            }
        }

        return (int)AuditErrorKind.Input;
    }
}
