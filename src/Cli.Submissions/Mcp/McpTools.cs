using K = MlPerf.Endpoints.SubmissionCli.Mcp.McpParameterKind;

namespace MlPerf.Endpoints.SubmissionCli.Mcp;

/// <summary>The tools, under the reference's names and parameters. None takes a key.</summary>
internal static class McpTools
{
    private static readonly McpParameter RunId = new("run_id", K.Text, IsRequired: true);
    private static readonly McpParameter SubmissionId = new("submission_id", K.Text, IsRequired: true);
    private static readonly McpParameter Directory = new("directory", K.Text, IsRequired: true);

    /// <summary>The reference's sixteen.</summary>
    public static IReadOnlyList<McpTool> Reference { get; } =
    [
        new()
        {
            Name = "check_submission",
            Description = "Checks a submission on disk against the submission rules; the result names every finding with its place and its fix. Changes nothing.",
            Parameters = [new("path", K.Text, IsRequired: true), new("strict", K.Flag)],
            IsReadOnly = true,
            Command = arguments => ["check-submission", arguments.Text("path")!, "--no-annotate", .. If(arguments, "strict", "--strict"), "--json"],
            GivesJson = _ => true,
            MayFind = true,
        },
        new()
        {
            Name = "install_skill",
            Description = "Installs a file that teaches coding assistants this tool. Ask the user first.",
            Parameters = [new("project", K.Flag), new("dest", K.NullableText), new("force", K.Flag)],
            IsDestructive = false,
            IsIdempotent = true,
            Command = arguments => ["install-skill", .. If(arguments, "project", "--project"), .. Option(arguments, "dest", "--dest"), .. If(arguments, "force", "--force")],
        },
        Reading("list_runs", "Lists the user's benchmark runs.", [], _ => ["runs", "list", "--json"]),
        Reading("get_run", "Shows one run.", [RunId], arguments => ["runs", "get", "--run-id", arguments.Text("run_id")!, "--json"]),
        Reading("list_submissions", "Lists the user's submissions.", [], _ => ["submissions", "list", "--json"]),
        Reading("get_submission", "Shows one submission with its runs.", [SubmissionId], arguments => ["submissions", "get", "--submission-id", arguments.Text("submission_id")!, "--json"]),
        Writing("download_run", "Downloads a run's archive into a folder.", [RunId, Directory], false, true,
            arguments => ["runs", "get", "--run-id", arguments.Text("run_id")!, "--download-to", arguments.Text("directory")!]),
        Writing("download_submission", "Downloads a submission's bundle into a folder.", [SubmissionId, Directory], false, true,
            arguments => ["submissions", "get", "--submission-id", arguments.Text("submission_id")!, "--download-to", arguments.Text("directory")!]),
        new()
        {
            Name = "create_run",
            Description = "Registers a run folder and uploads its archive; with dry_run shows what would be sent. Ask the user first.",
            Parameters = [new("path", K.Text, IsRequired: true), new("expires_at", K.NullableText), new("pinned", K.Flag), new("test", K.Flag), new("dry_run", K.Flag)],
            IsDestructive = false,
            IsIdempotent = false,
            IsOpenWorld = true,
            IsStructured = false,
            Command = arguments =>
            [
                "runs", "create", "--path", arguments.Text("path")!, .. Option(arguments, "expires_at", "--expires-at"), .. If(arguments, "pinned", "--pinned"), .. If(arguments, "test", "--test"),
                .. If(arguments, "dry_run", "--dry-run"),
            ],
            GivesJson = arguments => arguments.Flag("dry_run"),
        },
        Writing("pin_run", "Keeps a run past its expiry.", [RunId], false, true, arguments => ["runs", "pin", "--run-id", arguments.Text("run_id")!]),
        Writing("unpin_run", "Lets a run expire again.", [RunId], false, true, arguments => ["runs", "unpin", "--run-id", arguments.Text("run_id")!]),
        Writing(
            "create_submission",
            "Downloads runs, assembles and checks a submission, and uploads it; with dry_run makes nothing. A provisional submission is public before review and needs confirm_public_provisional. Ask the user first.",
            [
                new("division", K.Text, IsRequired: true, ["standardized", "serviced", "rdi"]), new("scenario", K.Text, IsRequired: true, ["cop", "con"]),
                new("availability", K.Text, IsRequired: true, ["available", "preview", "rdi"]), new("run_ids", K.List, IsRequired: true), new("shared_src", K.NullableList),
                new("shared_docs", K.NullableList), new("provisional", K.Flag), new("confirm_public_provisional", K.Flag), new("target_availability_date", K.NullableText),
                new("embargo_date", K.NullableText), new("dry_run", K.Flag), new("test", K.Flag),
            ],
            false, false, CreateSubmission),
        Writing(
            "update_submission", "Changes a submission's dates, or takes runs out of it. Ask the user first.",
            [SubmissionId, new("run_ids", K.NullableList), new("target_availability_date", K.NullableText), new("embargo_date", K.NullableText)], true, false,
            arguments =>
            [
                "submissions", "update", "--submission-id", arguments.Text("submission_id")!, .. Options(arguments, "run_ids", "--run-ids"),
                .. Option(arguments, "target_availability_date", "--target-availability-date"), .. Option(arguments, "embargo_date", "--embargo-date"),
            ]),
        Writing("remove_run_from_submission", "Takes a run out of a submission. Ask the user first.", [SubmissionId, RunId], true, false,
            arguments => ["submissions", "remove-run", "--submission-id", arguments.Text("submission_id")!, "--run-id", arguments.Text("run_id")!]),
        Writing("withdraw_submission", "Withdraws a submission for good. Ask the user first.", [SubmissionId], true, false,
            arguments => ["submissions", "withdraw", "--submission-id", arguments.Text("submission_id")!, "--yes"]),
        Writing("delete_run", "Deletes a run and its archive for good. Ask the user first.", [RunId], true, false,
            arguments => ["runs", "delete", "--run-id", arguments.Text("run_id")!, "--yes"]),
    ];

    private static McpTool Reading(string name, string description, McpParameter[] parameters, Func<McpArguments, IEnumerable<string>> command) => new()
    {
        Name = name,
        Description = $"{description} Changes nothing.",
        Parameters = parameters,
        IsReadOnly = true,
        IsOpenWorld = true,
        IsStructured = false,
        Command = command,
        GivesJson = _ => true,
    };

    private static McpTool Writing(string name, string description, McpParameter[] parameters, bool isDestructive, bool isIdempotent, Func<McpArguments, IEnumerable<string>> command) => new()
    {
        Name = name,
        Description = description,
        Parameters = parameters,
        IsDestructive = isDestructive,
        IsIdempotent = isIdempotent,
        IsOpenWorld = true,
        Command = command,
    };

    private static IEnumerable<string> CreateSubmission(McpArguments arguments)
    {
        if (arguments.Flag("provisional") && !arguments.Flag("confirm_public_provisional"))
        {
            throw new UsageException("A provisional submission becomes public before review; the user must agree, told by confirm_public_provisional.");
        }

        return
        [
            "submissions", "create", "--division", arguments.Text("division")!, "--scenario", arguments.Text("scenario")!, "--availability", arguments.Text("availability")!,
            .. Options(arguments, "run_ids", "--run-ids"), .. Options(arguments, "shared_src", "--shared-src"), .. Options(arguments, "shared_docs", "--shared-docs"),
            .. arguments.Flag("provisional") ? ["--provisional", "--yes"] : (string[])[],
            .. Option(arguments, "target_availability_date", "--target-availability-date"), .. Option(arguments, "embargo_date", "--embargo-date"),
            .. If(arguments, "dry_run", "--dry-run"), .. If(arguments, "test", "--test"),
        ];
    }

    private static string[] If(McpArguments arguments, string name, string option) => arguments.Flag(name) ? [option] : [];

    private static string[] Option(McpArguments arguments, string name, string option) => arguments.Text(name) is { } value ? [$"{option}={value}"] : [];

    private static IEnumerable<string> Options(McpArguments arguments, string name, string option) => arguments.List(name).SelectMany(value => new[] { option, value });
}
