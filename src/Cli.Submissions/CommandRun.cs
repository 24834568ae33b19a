using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.DependencyInjection;
using MlPerf.Endpoints.Prism.Client.GitHub;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Workflows;
using MlPerf.Endpoints.SubmissionCli.Checking;
using MlPerf.Endpoints.SubmissionCli.Rendering;

namespace MlPerf.Endpoints.SubmissionCli;

/// <summary>One run of a command: its options, its client, its outcome.</summary>
internal sealed class CommandRun : IDisposable
{
    private readonly CommonOptions _options;
    private readonly ParseResult _parsed;
    private ServiceProvider? _services;
    private string? _inputToken;

    public CommandRun(CommonOptions options, ToolHost host, ParseResult parsed, CancellationToken cancellation)
    {
        _options = options;
        _parsed = parsed;
        Host = host;
        Cancellation = cancellation;
        Outcome = new CommandOutcome(host, parsed.CommandResult.Command.Name, IsJson, parsed.GetValue(options.Quiet));
        Reporter = new ConsoleReporter(host, Outcome, isSilent: parsed.GetValue(options.Quiet) || IsJson);
        Outcome.BeforeLine = Reporter.EndBar;
    }

    public ToolHost Host { get; }

    public CancellationToken Cancellation { get; }

    public CommandOutcome Outcome { get; }

    public ConsoleReporter Reporter { get; }

    public bool IsReference => _parsed.GetValue(_options.ReferenceBehaviour);

    public bool IsJson => _parsed.GetValue(_options.Json);

    public bool IsQuiet => _parsed.GetValue(_options.Quiet);

    public bool Yes => _parsed.GetValue(_options.Yes);

    public T? Get<T>(Option<T> option) => _parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => _parsed.GetValue(argument);

    public bool IsGiven(Option option) => _parsed.GetResult(option) is { Implicit: false };

    /// <summary>The revision that was asked for; null where none was.</summary>
    public string? SpecAsked => _parsed.GetValue(_options.Spec) ?? (_parsed.GetValue(_options.Dialect) is null ? null : "v0.7");

    /// <summary>The profile of the revision, that of v1.0 where none was asked for.</summary>
    public PrismProfile Profile => ProfileOf(SpecAsked is "v0.7");

    public PrismProfile ProfileOf(bool isV0_7) => !isV0_7 ? PrismProfile.V1_0
        : _parsed.GetValue(_options.Dialect) is "readme" ? PrismProfile.V0_7 with { Revision = SpecRevision.V0_7Readme } : PrismProfile.V0_7;

    /// <summary>Fails where there is no usable key, before anything is done.</summary>
    /// <exception cref="PrismException">There is none.</exception>
    public async Task RequireTokenAsync()
    {
        await ReadInputTokenAsync().ConfigureAwait(false);
        if (!IsUsable(Token))
        {
            throw new PrismException(
                PrismErrorKind.MissingToken, "There is no usable API key: set PRISM_USER_API_TOKEN, or give --token or --token-stdin. A key consists of visible ASCII characters.");
        }
    }

    public async Task<PrismClient> ClientAsync()
    {
        await ReadInputTokenAsync().ConfigureAwait(false);
        _services ??= new ServiceCollection().AddSingleton(Host.Time).AddPrismClient(Configure).BuildServiceProvider();
        return _services.GetRequiredService<PrismClient>();
    }

    public async Task<PrismWorkflows> WorkflowsAsync(PrismProfile? profile = null, bool withPullRequests = true)
    {
        profile ??= Profile;
        return new PrismWorkflows(
            await ClientAsync().ConfigureAwait(false),
            new PrismWorkflowOptions
            {
                Profile = profile,
                Check = _parsed.GetValue(_options.NoCheck) ? null : (source, cancellation) => CheckAsync(source, profile.Revision, cancellation),
                PullRequests = withPullRequests && WantsPullRequests(profile) ? PullRequests() : null,
                ReferenceBehaviour = IsReference,
                KeepsOnFailure = _parsed.GetValue(_options.KeepOnFailure),
                TemporaryFolder = Host.TemporaryFolder,
            },
            Reporter, Host.Time);
    }

    /// <summary>Checks as the client does: errors stop; the log is written where it was asked for, or the reference would.</summary>
    public async Task<Report> CheckAsync(ISubmissionSource source, SpecRevision revision, CancellationToken cancellation)
    {
        var report = await new SubmissionChecker(source, CheckSettings.Of(Host, revision), BuiltinRules.Catalogue).RunAsync(cancellationToken: cancellation).ConfigureAwait(false);
        if (IsReference)
        {
            var log = await CheckLog.WriteAsync(Host, report, cancellation).ConfigureAwait(false);
            Reporter.Note($"The check's results are in {log}.");
        }

        Outcome.Report = report;
        return report;
    }

    /// <summary>Asks where a person can be asked; elsewhere consent must come with --yes.</summary>
    /// <exception cref="CommandException">Consent was not given.</exception>
    public async Task ConfirmAsync(string question)
    {
        if (Yes)
        {
            return;
        }

        if (!Host.IsInteractive)
        {
            throw new CommandException("aborted", $"{question} Give --yes to agree where nobody can be asked.");
        }

        await AskAsync(question).ConfigureAwait(false);
    }

    /// <summary>Asks on standard input, whatever it is.</summary>
    /// <exception cref="CommandException">The answer is not yes.</exception>
    public async Task AskAsync(string question)
    {
        Host.Error.Write($"{question} [y/N] ");
        var answer = (await Host.Input.ReadLineAsync(Cancellation).ConfigureAwait(false))?.Trim();
        if (!string.Equals(answer, "y", StringComparison.OrdinalIgnoreCase) && !string.Equals(answer, "yes", StringComparison.OrdinalIgnoreCase))
        {
            throw new CommandException("aborted", "Stopped: the question was not answered with yes.");
        }
    }

    /// <summary>An id as it goes into a path: a UUID, in lower case; as typed in the reference's way.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public string Id(string text, string option)
        => IsReference ? text : Guid.TryParseExact(text.Trim(), "D", out var id) ? id.ToString("D") : throw new UsageException($"{option}: '{text}' is no id; expected a UUID such as 0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01.");

    public void Dispose()
    {
        _services?.Dispose();
        Reporter.Dispose();
    }

    private string? Token => NotEmpty(_inputToken) ?? NotEmpty(_parsed.GetValue(_options.Token)) ?? NotEmpty(Host.Variable("PRISM_USER_API_TOKEN"));

    private void Configure(PrismClientOptions options)
    {
        options.BaseAddress = NotEmpty(Host.Variable("MLPERF_API_BASE_URL")) ?? (Profile.IsV1_0 ? PrismClientOptions.DefaultBaseAddress : PrismClientOptions.DefaultBaseAddressV0_7);
        options.Token = IsUsable(Token) ? Token : null;
        options.CliVersion = _parsed.GetValue(_options.CliVersion) ?? NotEmpty(Host.Variable("MLPERF_PRISM_CLI_VERSION")) ?? PrismClientOptions.DefaultCliVersion;
        options.UserAgent = $"{SubmissionCli.Name}/{SubmissionCli.Version}";
        options.Transfer = _parsed.GetValue(_options.Transfer) is "form" ? ArchiveTransfer.Form : ArchiveTransfer.Presigned;
        if (_parsed.GetValue(_options.TimeoutSeconds) is { } seconds)
        {
            options.ConnectTimeout = options.ApiTimeout = options.UploadReadTimeout = options.UploadWriteTimeout = options.DownloadTimeout = TimeSpan.FromSeconds(seconds);
        }

        if (IsReference)
        {
            options.MaxAttempts = 1;
            options.CircuitFailures = 0;
            options.AcceptsAnyId = true;
            options.RequiresJsonAnswers = true;
        }
    }

    private bool IsUsable(string? token)
        => token is not null && (IsReference ? token : token.Trim()) is { Length: > 0 } key && key.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0;

    private async Task ReadInputTokenAsync()
    {
        if (_parsed.GetValue(_options.TokenFromInput) && _inputToken is null)
        {
            _inputToken = (await Host.Input.ReadLineAsync(Cancellation).ConfigureAwait(false))?.Trim() ?? "";
        }
    }

    private bool WantsPullRequests(PrismProfile profile)
        => !_parsed.GetValue(_options.NoPullRequest) && (profile.OpensPullRequests || _parsed.GetValue(_options.PullRequest));

    private IPullRequests PullRequests()
    {
        var repository = NotEmpty(_parsed.GetValue(_options.Repository)) ?? NotEmpty(Host.Variable("MLPERF_SUBMISSION_REPO")) ?? GhPullRequests.DefaultRepository;
        return _parsed.GetValue(_options.GitHub) is "rest"
            ? new GitHubRestPullRequests(
                new HttpClient(),
                new GitHubRestOptions
                {
                    Repository = repository,
                    ApiAddress = NotEmpty(Host.Variable("GITHUB_API_URL")) ?? "https://api.github.com",
                    Token = NotEmpty(Host.Variable("GH_TOKEN")) ?? NotEmpty(Host.Variable("GITHUB_TOKEN")),
                })
            : new GhPullRequests(repository, Host.WorkingFolder, Host.Environment);
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
