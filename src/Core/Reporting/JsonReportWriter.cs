using System.Collections.Immutable;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>Writes reports as JSON: the reference's members in its order, ours among and after them (docs/report.schema.json).</summary>
public static class JsonReportWriter
{
    /// <summary>Version of the JSON form; the first number changes when a reader could break.</summary>
    public const string SchemaVersion = "1.0";

    /// <summary>One report.</summary>
    public static string ToJson(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var json = new JsonText();
        Write(json, report);
        return json.ToString();
    }

    /// <summary>Several reports: <c>{"reports": […]}</c>.</summary>
    public static string ToJson(IEnumerable<Report> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var json = new JsonText();
        json.StartObject();
        json.StartArray("reports");
        foreach (var report in reports)
        {
            Write(json, report);
        }

        json.EndArray();
        json.EndObject();
        return json.ToString();
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
            json.EndObject();
        }

        json.EndArray();
    }
}
