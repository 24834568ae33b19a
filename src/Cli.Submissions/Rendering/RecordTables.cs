using System.Globalization;
using System.Text.Json;
using MlPerf.Endpoints.Prism.Client.Models;

namespace MlPerf.Endpoints.SubmissionCli.Rendering;

/// <summary>Runs and submissions as tables.</summary>
internal static class RecordTables
{
    private const string TestMark = "* ";
    private const string Legend = "* test";

    public static void Runs(ToolHost host, IReadOnlyList<RunRecord> runs)
    {
        var table = new TextTable("Runs", "ID", "Model", "Concurrency", "Started At", "Finished At").AlignRight(2);
        foreach (var run in runs)
        {
            table.Add(RecordText.Of(run.Id), Marked(run.IsTest, RecordText.Of(run.Model)), RecordText.Of(run.Concurrency), RecordText.Time(run.StartedAt), RecordText.Time(run.FinishedAt));
        }

        table.Write(host.Output, host.Width);
        WriteLegend(host, runs.Any(run => run.IsTest is true));
    }

    public static void Run(ToolHost host, RunRecord run)
    {
        var table = new TextTable($"Run {run.Id}", "Field", "Value");
        table.Add("ID", RecordText.Of(run.Id));
        table.Add("User ID", RecordText.Of(run.UserId));
        table.Add("Model", RecordText.Of(run.Model));
        table.Add("Concurrency", RecordText.Of(run.Concurrency));
        table.Add("Benchmark Version", RecordText.Of(run.BenchmarkVersion));
        table.Add("API Version", RecordText.Of(run.ApiVersion));
        table.Add("CLI Version", RecordText.Of(run.CliVersion));
        table.Add("Started At", RecordText.Time(run.StartedAt));
        table.Add("Finished At", RecordText.Time(run.FinishedAt));
        table.Add("Expires At", RecordText.Time(run.ExpiresAt));
        table.Add("Pinned", RecordText.Of(run.Pinned));
        table.Add("Test Run", RecordText.Of(run.IsTest));
        table.Add("Valid", RecordText.Of(run.IsValid));
        table.Add("Invalidation Reason", RecordText.Of(run.InvalidationReason));
        table.Add("Archive URI", RecordText.Of(run.ArchiveUri));
        table.Write(host.Output, host.Width);
        if (run.SystemInfo is { ValueKind: JsonValueKind.Object } info && info.EnumerateObject().Any())
        {
            host.Output.WriteLine();
            var system = new TextTable("System Info", "Field", "Value");
            foreach (var member in info.EnumerateObject())
            {
                system.Add(member.Name, RecordText.Of(member.Value));
            }

            system.Write(host.Output, host.Width);
        }

        host.Output.WriteLine();
        host.Output.WriteLine("Everything that the service keeps of the run: --json");
    }

    public static void Submissions(ToolHost host, IReadOnlyList<SubmissionRecord> submissions, bool isV1_0)
    {
        if (!isV1_0)
        {
            var old = new TextTable("Submissions", "ID", "Status", "Division", "Availability", "Runs", "Created At").AlignRight(4);
            foreach (var item in submissions)
            {
                old.Add(RecordText.Of(item.Id), RecordText.Of(item.Status), RecordText.Of(item.Division), RecordText.Of(item.Availability), Count(item), RecordText.Time(item.CreatedAt));
            }

            old.Write(host.Output, host.Width);
            return;
        }

        var table = new TextTable("Submissions", "ID", "Status", "System", "Model · Dataset", "Division", "Availability", "Runs", "Created At").AlignRight(6);
        foreach (var item in submissions)
        {
            table.Add(
                RecordText.Of(item.Id), Marked(item.IsTest, RecordText.Of(item.Status)), Lines(item.Systems),
                Lines(item.ModelDatasets.Select(pair => pair.Dataset is null ? RecordText.Of(pair.Model) : $"{pair.Model} · {pair.Dataset}")),
                RecordText.Of(item.Division), RecordText.Of(item.Availability), Count(item), RecordText.Time(item.CreatedAt));
        }

        table.Write(host.Output, host.Width);
        WriteLegend(host, submissions.Any(item => item.IsTest is true));
    }

    public static void Submission(ToolHost host, SubmissionRecord submission, bool isV1_0)
    {
        var table = new TextTable($"Submission {submission.Id}", "Field", "Value");
        foreach (var (field, value) in isV1_0 ? Fields(submission) : FieldsV0_7(submission))
        {
            table.Add(field, value);
        }

        table.Write(host.Output, host.Width);
        if (submission.Runs.Count > 0)
        {
            host.Output.WriteLine();
            host.Output.WriteLine($"{submission.Runs.Count} runs:");
            Runs(host, submission.Runs);
        }
    }

    private static (string Field, TableCell Value)[] Fields(SubmissionRecord item) =>
    [
        ("ID", RecordText.Of(item.Id)), ("User ID", RecordText.Of(item.UserId)), ("Status", RecordText.Of(item.Status)), ("Division", RecordText.Of(item.Division)),
        ("Scenario", RecordText.Of(item.Scenario)), ("Availability", RecordText.Of(item.Availability)), ("Publication Mode", Mode(item)), ("Test Submission", RecordText.Of(item.IsTest)),
        ("Published In Cycle", RecordText.Of(item.PublicationCycle)), ("Target Availability Date", RecordText.Of(item.TargetAvailabilityDate)), ("Embargo Date", RecordText.Time(item.EmbargoDate)),
        ("Reviewers Assigned", RecordText.Member(item.Json, "reviewers_assigned")), ("Penalties Imposed", RecordText.Member(item.Json, "penalties_imposed")),
        ("Business Days Waiting", RecordText.Member(item.Json, "business_days_since_response")), ("Checker Version", RecordText.Member(item.Json, "submission_checker_version")),
        ("API Version", RecordText.Member(item.Json, "api_version")), ("CLI Version", RecordText.Of(item.CliVersion)), ("Run IDs", Lines(item.RunIds)),
        ("PR URL", RecordText.Of(item.PrUrl)), ("PR Number", Number(item.PrNumber)), ("Archive URI", RecordText.Of(item.ArchiveUri)), ("Created At", RecordText.Time(item.CreatedAt)),
        ("Availability Qualified At", RecordText.TimeMember(item.Json, "availability_qualified_at")), ("Compliance Passed At", RecordText.TimeMember(item.Json, "compliance_passed_at")),
        ("Peer Review Started At", RecordText.TimeMember(item.Json, "peer_review_started_at")), ("Objection Res. Started At", RecordText.TimeMember(item.Json, "objection_resolution_started_at")),
        ("First Published At", RecordText.TimeMember(item.Json, "first_published_at")), ("Finalized At", RecordText.TimeMember(item.Json, "finalized_at")),
        ("Withdrawn At", RecordText.TimeMember(item.Json, "withdrawn_at")),
    ];

    private static (string Field, TableCell Value)[] FieldsV0_7(SubmissionRecord item) =>
    [
        ("ID", RecordText.Of(item.Id)), ("User ID", RecordText.Of(item.UserId)), ("Status", RecordText.Of(item.Status)), ("Division", RecordText.Of(item.Division)),
        ("Availability", RecordText.Of(item.Availability)), ("Early Publish", item.EarlyPublish is true ? "Yes" : "No"), ("Publication Cycle", RecordText.Of(item.PublicationCycle)),
        ("Target Availability Date", RecordText.Of(item.TargetAvailabilityDate)), ("Run IDs", Lines(item.RunIds)), ("PR URL", RecordText.Of(item.PrUrl)), ("PR Number", Number(item.PrNumber)),
        ("Archive URI", RecordText.Of(item.ArchiveUri)), ("Created At", RecordText.Time(item.CreatedAt)), ("Compliance Passed At", RecordText.TimeMember(item.Json, "compliance_passed_at")),
        ("Finalized At", RecordText.TimeMember(item.Json, "finalized_at")), ("Withdrawn At", RecordText.TimeMember(item.Json, "withdrawn_at")),
    ];

    private static string Mode(SubmissionRecord item) => item.EarlyPublish switch
    {
        true => "Provisional",
        false when item.EmbargoDate is not null => "Confidential, embargoed",
        false => "Confidential",
        _ => RecordText.None,
    };

    private static string Number(long? value) => value?.ToString(CultureInfo.InvariantCulture) ?? RecordText.None;

    private static string Count(SubmissionRecord item) => item.RunIds.Count.ToString(CultureInfo.InvariantCulture);

    private static TableCell Lines(IEnumerable<string> values) => TableCell.Of(values.DefaultIfEmpty(RecordText.None));

    private static string Marked(bool? isTest, string text) => isTest is true ? TestMark + text : text;

    private static void WriteLegend(ToolHost host, bool isNeeded)
    {
        if (isNeeded)
        {
            host.Output.WriteLine(Legend);
        }
    }
}
