using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Prism.Client.Workflows;

namespace MlPerf.Endpoints.SubmissionCli.Rendering;

/// <summary>What came of a command as one JSON document; the check's report in it is the one of <see cref="JsonReportWriter"/>.</summary>
internal static class OutcomeDocument
{
    /// <summary>Version of the document; the first number changes when a reader could break.</summary>
    public const string SchemaVersion = "1.0";

    /// <summary>The document, no line end after it.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="isOk">Whether the command succeeded.</param>
    /// <param name="withReport">Whether to add the check's whole report and the manifest.</param>
    public static string Of(CommandOutcome outcome, bool isOk, bool withReport)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.Default, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema_version", SchemaVersion);
            json.WriteString("command", outcome.Command);
            json.WriteBoolean("ok", isOk);
            foreach (var (name, value) in outcome.Values)
            {
                json.WriteString(name, value);
            }

            foreach (var (name, values) in outcome.Lists)
            {
                WriteList(json, name, values);
            }

            WriteError(json, outcome);
            WriteList(json, "warnings", outcome.Warnings);
            WriteUndone(json, outcome.Changes);
            WriteCheck(json, outcome.Report, withReport);
            WriteManifest(json, withReport ? outcome.Manifest : null);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteError(Utf8JsonWriter json, CommandOutcome outcome)
    {
        if (outcome.Error is not var (kind, message, status))
        {
            return;
        }

        json.WriteStartObject("error");
        json.WriteString("kind", kind);
        json.WriteString("message", message);
        if (status is { } number)
        {
            json.WriteNumber("status", number);
        }

        json.WriteEndObject();
    }

    private static void WriteUndone(Utf8JsonWriter json, IReadOnlyList<UndoOutcome> changes)
    {
        json.WriteStartArray("undone");
        foreach (var change in changes)
        {
            json.WriteStartObject();
            json.WriteString("what", change.What);
            json.WriteString("id", change.Id);
            json.WriteBoolean("undone", change.IsUndone);
            json.WriteString("problem", change.Problem);
            json.WriteString("subject", change.Subject);
            json.WriteBoolean("complete", change.IsComplete);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCheck(Utf8JsonWriter json, Report? report, bool withReport)
    {
        if (report is null)
        {
            return;
        }

        json.WriteStartObject("check");
        json.WriteBoolean("passed", report.Passed);
        json.WriteNumber("errors", report.Errors.Length);
        json.WriteNumber("warnings", report.Warnings.Length);
        json.WriteNumber("results", report.Results.Length);
        if (withReport)
        {
            json.WritePropertyName("report");
            json.WriteRawValue(JsonReportWriter.ToJson(report), skipInputValidation: true);
        }
        else
        {
            WriteFindings(json, report);
        }

        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, Report report)
    {
        json.WriteStartArray("findings");
        foreach (var error in report.Errors)
        {
            json.WriteStartObject();
            json.WriteString("rule", error.Rule);
            json.WriteString("path", error.Path);
            json.WriteString("message", error.Message);
            json.WriteString("fix", error.Fix);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteManifest(Utf8JsonWriter json, SubmissionManifest? manifest)
    {
        if (manifest is null)
        {
            return;
        }

        json.WriteStartObject("manifest");
        json.WriteStartObject("tools");
        foreach (var (name, version) in manifest.Tools)
        {
            json.WriteString(name, version);
        }

        json.WriteEndObject();
        json.WriteStartArray("files");
        foreach (var file in manifest.Files)
        {
            json.WriteStartObject();
            json.WriteString("path", file.Path);
            json.WriteNumber("bytes", file.LengthBytes);
            json.WriteString("sha256", file.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
