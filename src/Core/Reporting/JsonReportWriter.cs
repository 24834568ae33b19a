using System.Collections.Immutable;
using System.Globalization;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>Writes reports as JSON: the reference's members in its order, ours among and after them (docs/report.schema.json).</summary>
public static class JsonReportWriter
{
    /// <summary>Version of the JSON form; the first number changes when a reader could break.</summary>
    public const string SchemaVersion = "1.0";

    /// <summary>One report as text, no line end after it.</summary>
    public static string ToJson(Report report)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Write(text, report);
        return text.ToString();
    }

    /// <summary>Writes one report, no line end after it. Nothing but the current result is held in memory.</summary>
    public static void Write(TextWriter text, Report report)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(report);
        Write(new JsonText(text), report);
    }

    /// <summary>Writes several reports as <c>{"reports": […]}</c>, no line end after it.</summary>
    public static void Write(TextWriter text, IEnumerable<Report> reports)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(reports);
        var json = new JsonText(text);
        json.StartObject();
        json.StartArray("reports");
        foreach (var report in reports)
        {
            Write(json, report);
        }

        json.EndArray();
        json.EndObject();
    }

    private static void Write(JsonText json, Report report)
    {
        json.StartObject();
        json.Write("submission_path", report.SubmissionPath);
        Write(json, "results", report.Results);
        Write(json, "errors", report.Errors);
        Write(json, "warnings", report.Warnings);
        json.Write("passed", report.Passed);
        json.Write("schema_version", SchemaVersion);
        json.Write("spec", report.Revision.Name);
        json.Write("dialect", report.Revision.Dialect);
        json.StartArray("packs");
        foreach (var pack in report.Packs)
        {
            json.StartObject();
            json.Write("name", pack.Name);
            json.Write("version", pack.Version);
            json.EndObject();
        }

        json.EndArray();
        json.StartArray("not_applicable");
        foreach (var item in report.NotApplicable)
        {
            json.StartObject();
            json.Write("rule", item.Rule);
            json.Write("path", item.Path);
            json.Write("reason", item.Reason);
            json.EndObject();
        }

        json.EndArray();
        PowerJson.Write(json, report);
        json.EndObject();
    }

    private static void Write(JsonText json, string name, ImmutableArray<CheckResult> results)
    {
        json.StartArray(name);
        foreach (var result in results)
        {
            json.StartObject();
            json.Write("rule", result.Rule);
            json.Write("message", result.Message);
            json.Write("severity", SeverityNames.Of(result.Severity));
            json.Write("path", result.DisplayPath);
            json.Write("spec_ref", result.SpecReference);
            json.Write("key", result.Key);
            json.Write("title", result.Title);
            json.Write("fix", result.Fix);
            json.Write("passed", result.Passed);
            json.Write("pack", result.Pack);
            json.Write("file", result.DisplayFile);
            json.Write("line", result.Line);
            json.Write("column", result.Column);
            json.Write("pointer", result.Pointer);
            if (result.ReasonId is { } reasonId)
            {
                json.Write("reason_id", reasonId);
            }

            json.EndObject();
        }

        json.EndArray();
    }
}
