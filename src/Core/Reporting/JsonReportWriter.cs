using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>Writes reports as JSON: the reference's members in its order, ours among and after them (docs/report.schema.json).</summary>
public static class JsonReportWriter
{
    /// <summary>Version of the JSON form; the first number changes when a reader could break.</summary>
    public const string SchemaVersion = "1.0";

    private const int FlushedBytes = 1 << 16;

    /// <summary>One report as text, no line end after it.</summary>
    public static string ToJson(Report report)
    {
        using var utf8 = new MemoryStream();
        Write(utf8, report);
        return Encoding.UTF8.GetString(utf8.GetBuffer(), 0, (int)utf8.Length);
    }

    /// <summary>Writes one report as UTF-8, no line end after it. Never more than a part of it is held in memory.</summary>
    public static void Write(Stream utf8, Report report)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(report);
        using var json = new Utf8JsonWriter(utf8, PythonJsonEncoder.Unicode.Options(isIndented: true));
        Write(json, report);
    }

    /// <summary>Writes several reports as <c>{"reports": […]}</c>, no line end after it.</summary>
    public static void Write(Stream utf8, IEnumerable<Report> reports)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(reports);
        using var json = new Utf8JsonWriter(utf8, PythonJsonEncoder.Unicode.Options(isIndented: true));
        json.WriteStartObject();
        json.WriteStartArray("reports"u8);
        foreach (var report in reports)
        {
            Write(json, report);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject();
        json.WriteString("submission_path"u8, report.SubmissionPath);
        Write(json, "results"u8, report.Results, report.DisplayRoot);
        Write(json, "errors"u8, report.Errors, report.DisplayRoot);
        Write(json, "warnings"u8, report.Warnings, report.DisplayRoot);
        json.WriteBoolean("passed"u8, report.Passed);
        json.WriteString("schema_version"u8, SchemaVersion);
        json.WriteString("spec"u8, report.Revision.Name);
        json.WriteString("dialect"u8, report.Revision.Dialect);
        json.WriteStartArray("packs"u8);
        foreach (var pack in report.Packs)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, pack.Name);
            json.WriteString("version"u8, pack.Version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("not_applicable"u8);
        foreach (var item in report.NotApplicable)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, item.Rule);
            json.WriteString("path"u8, item.Path);
            json.WriteString("reason"u8, item.Reason);
            json.WriteEndObject();
            FlushIfFull(json);
        }

        json.WriteEndArray();
        PowerJson.Write(json, report);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<CheckResult> results, string displayRoot)
    {
        // Texts that no other result has are built here and nowhere kept.
        var text = new ArrayBufferWriter<char>();
        json.WriteStartArray(name);
        foreach (var result in results)
        {
            json.WriteStartObject();
            json.WriteString("rule"u8, result.Rule);
            text.ResetWrittenCount();
            result.WriteMessage(text);
            json.WriteString("message"u8, text.WrittenSpan);
            json.WriteString("severity"u8, SeverityNames.Of(result.Severity));
            Write(json, "path"u8, result.Place.Path, displayRoot, text);
            json.WriteString("spec_ref"u8, result.SpecReference);
            json.WriteString("key"u8, result.Key);
            json.WriteString("title"u8, result.Title);
            WriteFix(json, result, text);
            json.WriteBoolean("passed"u8, result.Passed);
            json.WriteString("pack"u8, result.Pack);
            Write(json, "file"u8, result.Place.File, displayRoot, text);
            Write(json, "line"u8, result.Line);
            Write(json, "column"u8, result.Column);
            json.WriteString("pointer"u8, result.Pointer);
            if (result.ReasonId is { } reasonId)
            {
                json.WriteString("reason_id"u8, reasonId);
            }

            json.WriteEndObject();
            FlushIfFull(json);
        }

        json.WriteEndArray();
    }

    private static void WriteFix(Utf8JsonWriter json, CheckResult result, ArrayBufferWriter<char> text)
    {
        if (result.Outcome.Fix is null)
        {
            json.WriteNull("fix"u8);
            return;
        }

        text.ResetWrittenCount();
        result.WriteFix(text);
        json.WriteString("fix"u8, text.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, SubmissionPath? path, string displayRoot, ArrayBufferWriter<char> text)
    {
        if (path is not { } place)
        {
            json.WriteNull(name);
            return;
        }

        text.ResetWrittenCount();
        DisplayRoot.Write(text, displayRoot, place);
        json.WriteString(name, text.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void FlushIfFull(Utf8JsonWriter json)
    {
        if (json.BytesPending >= FlushedBytes)
        {
            json.Flush();
        }
    }
}
