using System.CommandLine;

namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>Options of every command; they may stand before or after it.</summary>
internal sealed class CommonOptions
{
    public const string ReferenceBehaviourName = "--reference-behaviour";

    private const int LongestPauseS = 86_400;

    public Option<bool> ReferenceBehaviour { get; } = Flag(ReferenceBehaviourName, "Do as the reference does: no retries, no questions of ours, its log file, its oddities (docs/deviations.md).");

    public Option<string?> Spec { get; } = Text("--spec", "Revision of the rules: v1.0 (default) or v0.7; create-local tells it from the folder.", "SPEC");

    public Option<string?> Dialect { get; } = Text("--dialect", "Dialect of v0.7 to assemble and check: 0.1.1.10 (default) or readme.", "DIALECT");

    public Option<string?> Token { get; } = Text("--token", "API key; better given as PRISM_USER_API_TOKEN or with --token-stdin, since others can list command lines.", "KEY");

    public Option<bool> TokenFromInput { get; } = Flag("--token-stdin", "Read the API key from standard input.");

    public Option<string?> CliVersion { get; } = Text("--cli-version", "Protocol level to state; otherwise MLPERF_PRISM_CLI_VERSION, otherwise 1.5.3.0.", "VERSION");

    public Option<double?> TimeoutSeconds { get; } = new("--timeout") { Description = "Longest pause between bytes, in seconds; otherwise 30 for calls, 120 to 300 for transfers.", HelpName = "SECONDS", Recursive = true };

    public Option<bool> Json { get; } = Flag("--json", "Print one JSON document.", "-j");

    public Option<bool> Quiet { get; } = Flag("--quiet", "Print new ids only; with check-submission: no passes.", "-q");

    public Option<bool> Yes { get; } = Flag("--yes", "Answer questions with yes.", "-y");

    public Option<bool> PullRequest { get; } = Flag("--pr", "Open or update the pull request (v1.0; the default of v0.7).");

    public Option<bool> NoPullRequest { get; } = Flag("--no-pr", "Leave the pull request alone.");

    public Option<string?> Repository { get; } = Text("--repo", "Repository of submissions, owner/repo; otherwise MLPERF_SUBMISSION_REPO.", "REPO");

    public Option<string?> GitHub { get; } = Text("--github", "How to reach GitHub: gh (default; needs gh and git) or rest (needs GH_TOKEN).", "WAY");

    public Option<string?> Transfer { get; } = Text("--transfer", "How archives travel: presigned (default) or form, as the first service (0.1.1.0) wanted it.", "WAY");

    public Option<bool> NoCheck { get; } = Flag("--no-check", "Leave the check to the service.");

    public Option<string?> Report { get; } = Text("--report", "Write the outcome, the check's report and the manifest to a file.", "FILE");

    public Option<bool> KeepOnFailure { get; } = Flag("--keep-on-failure", "Name what a failed command made instead of undoing it, to continue with --resume.");

    public void AddTo(RootCommand root)
    {
        Spec.AcceptOnlyFromAmong("v0.7", "v1.0");
        Dialect.AcceptOnlyFromAmong("readme", "0.1.1.10");
        GitHub.AcceptOnlyFromAmong("gh", "rest");
        Transfer.AcceptOnlyFromAmong("presigned", "form");
        TimeoutSeconds.Require(static seconds => seconds is > 0 and <= LongestPauseS, $"a number of seconds above 0, up to {LongestPauseS}");
        foreach (var option in new Option[]
        {
            ReferenceBehaviour, Spec, Dialect, Token, TokenFromInput, CliVersion, TimeoutSeconds, Json, Quiet, Yes, PullRequest, NoPullRequest, Repository, GitHub, Transfer, NoCheck, Report, KeepOnFailure,
        })
        {
            root.Options.Add(option);
        }
    }

    private static Option<bool> Flag(string name, string description, params string[] aliases) => new(name, aliases) { Description = description, Recursive = true };

    private static Option<string?> Text(string name, string description, string value) => new(name) { Description = description, HelpName = value, Recursive = true };
}
