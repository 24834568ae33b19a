using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Assembly;
using MlPerf.Endpoints.Prism.Client.GitHub;
using MlPerf.Endpoints.Prism.Client.Tests.Replay;

namespace MlPerf.Endpoints.Prism.Client.Tests.GitHub;

/// <summary>Pull requests without <c>gh</c>: blobs, tree, commit, branch, request.</summary>
public sealed class GitHubRestTests
{
    private const string Token = "ghp_rest-tests";

    [Test]
    public async Task Opens_a_pull_request()
    {
        using var github = new FakeGitHub();
        var requests = Requests(github);

        await requests.CheckAsync(_ => { });
        var opened = await requests.OpenAsync("c5a1d2b3-7e4f-4c60-9a8b-0d1e2f3a4b5c", Submission(), "unused");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened, Is.EqualTo(new PullRequest("https://github.example/o/r/pull/7", 7)));
            Assert.That(github.Calls.Count(call => call is "POST /repos/o/r/git/blobs"), Is.EqualTo(Submission().Files.Count));
            Assert.That(github.Calls.TakeLast(2), Is.EqualTo(new[] { "POST /repos/o/r/git/refs", "POST /repos/o/r/pulls" }));
            Assert.That(github.Bodies["POST /repos/o/r/pulls"]!["head"]!.GetValue<string>(), Is.EqualTo("submission-c5a1d2b3-7e4f-4c60-9a8b-0d1e2f3a4b5c"));
        }
    }

    [Test]
    public async Task Removes_from_the_branch_what_the_submission_lost()
    {
        using var github = new FakeGitHub();
        var submission = Submission();
        var branch = await Requests(github).FetchAsync("id", "unused");

        await branch.PushAsync(submission, "update");

        var tree = github.Bodies["POST /repos/o/r/git/trees"]!["tree"]!.AsArray();
        var removed = tree.Where(entry => entry!["sha"] is null).Select(entry => entry!["path"]!.GetValue<string>());
        Assert.That(removed, Is.EqualTo(new[] { $"{submission.Organisation}/old.txt" }));
        Assert.That(branch.Files.KindOf(SubmissionPath.Parse("README.md")), Is.EqualTo(EntryKind.File));
    }

    [Test]
    public async Task Says_what_github_said_and_never_the_token()
    {
        using var github = new FakeGitHub { Refuses = true };

        var failure = await Assert.ThrowsAsync<PullRequestException>(() => Requests(github).CheckAsync(_ => { }));

        Assert.That(failure!.ToString(), Does.Contain("Bad credentials").And.Not.Contain(Token));
    }

    private static GitHubRestPullRequests Requests(FakeGitHub github)
        => new(new HttpClient(github, disposeHandler: false), new GitHubRestOptions { Repository = "o/r", ApiAddress = "https://api.github.example", Token = Token });

    private static AssembledSubmission Submission()
    {
        var (_, files) = Recordings.Fixture("v1.0/0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01");
        var source = new MemorySource("", files.Select(file => KeyValuePair.Create(SubmissionPath.Parse(file.Key), (ReadOnlyMemory<byte>)file.Value)));
        return SubmissionAssembler.Assemble(new AssemblyRequest { Revision = SpecRevision.V1_0, Division = "standardized", Availability = "available", Runs = [RunInput.FromSource("run-1", source)] });
    }

    private sealed class FakeGitHub : HttpMessageHandler
    {
        public bool Refuses { get; init; }

        public List<string> Calls { get; } = [];

        public Dictionary<string, JsonNode?> Bodies { get; } = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var call = $"{request.Method} {request.RequestUri!.AbsolutePath}";
            Calls.Add(call);
            Bodies[call] = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
            Assert.That(request.Headers.Authorization!.Parameter, Is.EqualTo(Token));
            var organisation = Submission().Organisation;
            var answer = Refuses ? "{\"message\":\"Bad credentials\"}" : call switch
            {
                "GET /repos/o/r" => "{\"default_branch\":\"main\"}",
                _ when call.StartsWith("GET /repos/o/r/git/ref/heads/", StringComparison.Ordinal) => "{\"object\":{\"sha\":\"parent\"}}",
                "GET /repos/o/r/git/trees/parent" => $"{{\"truncated\":false,\"tree\":[{{\"type\":\"blob\",\"path\":\"README.md\",\"sha\":\"1\"}},{{\"type\":\"blob\",\"path\":\"{organisation}/old.txt\",\"sha\":\"2\"}}]}}",
                _ when call.StartsWith("GET /repos/o/r/git/blobs/", StringComparison.Ordinal) => $"{{\"content\":\"{Convert.ToBase64String(Encoding.UTF8.GetBytes("old"))}\"}}",
                "POST /repos/o/r/pulls" => "{\"html_url\":\"https://github.example/o/r/pull/7\",\"number\":7}",
                _ => "{\"sha\":\"made\"}",
            };
            return new HttpResponseMessage(Refuses ? HttpStatusCode.Unauthorized : HttpStatusCode.OK) { Content = new StringContent(answer) };
        }
    }
}
