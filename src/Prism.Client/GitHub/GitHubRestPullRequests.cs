using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.Files;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Prism.Client.Models;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.GitHub;

/// <summary>Pull requests through GitHub's REST API, for machines without <c>gh</c> and <c>git</c>.</summary>
/// <remarks>Blobs, trees and commits are made first; nobody sees anything until the branch is moved.</remarks>
public sealed class GitHubRestPullRequests : IPullRequests
{
    private const int MaxAnswerBytes = 64 << 20;

    private readonly HttpClient _http;
    private readonly GitHubRestOptions _options;

    /// <summary>A client of GitHub.</summary>
    /// <param name="http">Its connections.</param>
    /// <param name="options">Repository and token.</param>
    public GitHubRestPullRequests(HttpClient http, GitHubRestOptions options)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        _http = http;
        _options = options;
    }

    private string Repository => $"/repos/{_options.Repository}";

    /// <inheritdoc/>
    public async Task CheckAsync(Action<string> warn, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(_options.Token))
        {
            throw new PullRequestException("There is no GitHub token: set GH_TOKEN or GITHUB_TOKEN, or leave the pull request out with --no-pr.");
        }

        await GetAsync(Repository, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<PullRequest> OpenAsync(string submissionId, AssembledSubmission submission, string workFolder, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(submission);
        var branch = GhPullRequests.BranchName(submissionId);
        var repository = await GetAsync(Repository, cancellationToken).ConfigureAwait(false);
        var target = Needed(repository.Text("default_branch"), "default_branch");
        var parent = await HeadAsync(target, cancellationToken).ConfigureAwait(false);
        var commit = await CommitAsync(parent, submission, removed: [], $"submission: {branch}", cancellationToken).ConfigureAwait(false);
        await SendAsync(HttpMethod.Post, $"{Repository}/git/refs", JsonNodes.Map(("ref", JsonNodes.Of($"refs/heads/{branch}")), ("sha", JsonNodes.Of(commit))), cancellationToken).ConfigureAwait(false);
        var answer = await SendAsync(
            HttpMethod.Post, $"{Repository}/pulls",
            JsonNodes.Map(("title", JsonNodes.Of(submissionId)), ("body", JsonNodes.Of($"Submission {submissionId}")), ("head", JsonNodes.Of(branch)), ("base", JsonNodes.Of(target))),
            cancellationToken).ConfigureAwait(false);
        return new PullRequest(Needed(answer.Text("html_url"), "html_url"), answer.Whole("number") ?? throw Malformed("number"));
    }

    /// <inheritdoc/>
    public async Task<IPullRequestBranch> FetchAsync(string submissionId, string workFolder, CancellationToken cancellationToken = default)
    {
        var name = GhPullRequests.BranchName(submissionId);
        var head = await HeadAsync(name, cancellationToken).ConfigureAwait(false);
        var tree = await GetAsync($"{Repository}/git/trees/{head}?recursive=1", cancellationToken).ConfigureAwait(false);
        if (tree.Flag("truncated") is true)
        {
            throw new PullRequestException("The branch holds too many files to be read through the REST API; install gh and git.");
        }

        var files = new Dictionary<SubmissionPath, ReadOnlyMemory<byte>>();
        foreach (var entry in tree.Objects("tree").Where(entry => entry.Text("type") is "blob"))
        {
            var blob = await GetAsync($"{Repository}/git/blobs/{Needed(entry.Text("sha"), "sha")}", cancellationToken).ConfigureAwait(false);
            files[SubmissionPath.Parse(Needed(entry.Text("path"), "path"))] = Convert.FromBase64String(Needed(blob.Text("content"), "content"));
        }

        return new Branch(this, name, head, new MemorySource("", files));
    }

    /// <inheritdoc/>
    public Task CloseAsync(long number, CancellationToken cancellationToken = default)
        => SendAsync(HttpMethod.Patch, string.Create(CultureInfo.InvariantCulture, $"{Repository}/pulls/{number}"), JsonNodes.Map(("state", JsonNodes.Of("closed"))), cancellationToken);

    private async Task<string> HeadAsync(string branch, CancellationToken cancellation)
        => Needed((await GetAsync($"{Repository}/git/ref/heads/{branch}", cancellation).ConfigureAwait(false)).Member("object")?.Text("sha"), "object.sha");

    private async Task<string> CommitAsync(string parent, AssembledSubmission submission, IReadOnlyCollection<string> removed, string message, CancellationToken cancellation)
    {
        var entries = new List<Node>();
        foreach (var (path, content) in submission.Files)
        {
            var blob = await SendAsync(
                HttpMethod.Post, $"{Repository}/git/blobs",
                JsonNodes.Map(("content", JsonNodes.Of(Convert.ToBase64String(content.Span))), ("encoding", JsonNodes.Of("base64"))), cancellation).ConfigureAwait(false);
            entries.Add(Entry(path, JsonNodes.Of(Needed(blob.Text("sha"), "sha"))));
        }

        entries.AddRange(removed.Select(path => Entry(path, JsonNodes.Null)));
        var tree = await SendAsync(HttpMethod.Post, $"{Repository}/git/trees", JsonNodes.Map(("base_tree", JsonNodes.Of(parent)), ("tree", JsonNodes.List(entries))), cancellation).ConfigureAwait(false);
        var commit = await SendAsync(
            HttpMethod.Post, $"{Repository}/git/commits",
            JsonNodes.Map(("message", JsonNodes.Of(message)), ("tree", JsonNodes.Of(Needed(tree.Text("sha"), "sha"))), ("parents", JsonNodes.List([JsonNodes.Of(parent)]))),
            cancellation).ConfigureAwait(false);
        return Needed(commit.Text("sha"), "sha");
    }

    private static Node Entry(string path, Node sha)
        => JsonNodes.Map(("path", JsonNodes.Of(path)), ("mode", JsonNodes.Of("100644")), ("type", JsonNodes.Of("blob")), ("sha", sha));

    private Task<JsonElement> GetAsync(string path, CancellationToken cancellation) => SendAsync(HttpMethod.Get, path, body: null, cancellation);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, Node? body, CancellationToken cancellation)
    {
        var call = $"{method} {path}";
        using var request = new HttpRequestMessage(method, PrismAddress.Accept(_options.ApiAddress + path, call));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.Token);
        request.Headers.Accept.ParseAdd("application/vnd.github+json");
        request.Headers.UserAgent.ParseAdd("MlPerf.Endpoints.Prism.Client");
        request.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", "2022-11-28");
        if (body is not null)
        {
            request.Content = new ByteArrayContent(NodeJson.Compact(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        }

        try
        {
            using var response = await _http.SendAsync(request, cancellation).ConfigureAwait(false);
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw new PullRequestException($"GitHub answered {(int)response.StatusCode} to {call}: {Message(bytes)}");
            }

            using var document = JsonDocument.Parse(bytes.AsMemory(0, Math.Min(bytes.Length, MaxAnswerBytes)));
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            throw new PullRequestException($"GitHub could not be reached or answered no JSON to {call}.", exception);
        }
    }

    private static string Message(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Text("message") ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static string Needed(string? value, string name) => value ?? throw Malformed(name);

    private static PullRequestException Malformed(string name) => new($"GitHub's answer lacks '{name}'.");

    private sealed class Branch(GitHubRestPullRequests requests, string name, string head, MemorySource files) : IPullRequestBranch
    {
        public ISubmissionSource Files => files;

        public async Task PushAsync(AssembledSubmission submission, string message, CancellationToken cancellationToken = default)
        {
            var entries = WholeFolder.Entries(
                files, SubmissionPath.Parse(submission.Organisation), static message => new PullRequestException($"The branch cannot be brought up to date: {message}."), cancellationToken: cancellationToken);
            var removed = entries
                .Where(item => item.Entry.Kind is EntryKind.File && !submission.Files.ContainsKey(item.Path.Value)).Select(static item => item.Path.Value).ToArray();
            var commit = await requests.CommitAsync(head, submission, removed, message, cancellationToken).ConfigureAwait(false);
            await requests.SendAsync(HttpMethod.Patch, $"{requests.Repository}/git/refs/heads/{name}", JsonNodes.Map(("sha", JsonNodes.Of(commit))), cancellationToken).ConfigureAwait(false);
        }
    }
}
