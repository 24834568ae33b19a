using MlPerf.Endpoints.Rules.Mlx.Records;
using MlPerf.Endpoints.Rules.Mlx.Validation;
using MlPerf.Endpoints.Samples.StandInEndpoint;

namespace Acme.CustomHarness.Tests;

public sealed class HarnessTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("harness-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    [CancelAfter(60_000)]
    public async Task Measures_checks_exports_and_prints_the_curve(CancellationToken stop)
    {
        await using var endpoint = await StandIn.StartAsync(new EndpointOptions { Prefill = TimeSpan.FromMilliseconds(4), PerToken = TimeSpan.FromMilliseconds(1), Chunks = 8 });
        using var log = new StringWriter();

        var code = await Harness.RunAsync(Options(endpoint) with { Tolerated = HarnessOptions.TrialRules }, log, stop);

        TestContext.Out.WriteLine(log);
        var envelope = Directory.GetFiles(Path.Combine(_folder, "envelopes")).Select(file => File.ReadAllBytes(file)).Single();
        var parsed = MlxEnvelope.Parse(envelope);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.Zero, log.ToString());
            Assert.That(MlxValidator.Default.Validate(envelope).IsValid);
            Assert.That(parsed.Model, Is.EqualTo("meta-llama/Llama-3.1-8B-Instruct"));
            Assert.That(parsed.Results.Select(row => row.Name).Distinct(), Is.EqualTo(new[] { "llama3_1-8b_r2", "llama3_1-8b_r4", "llama3_1-8b_r8" }));
            Assert.That(parsed.Results.Where(row => row.Metric is "output_tokens_mean").Select(row => row.Value), Is.All.EqualTo(8));
            Assert.That(parsed.Results.Where(row => row.Metric is "throughput_output_toks_per_s").Select(row => row.Value), Is.All.GreaterThan(0));
            Assert.That(parsed.Results[0].PromptTokensPerSecond, Is.GreaterThan(0));
            Assert.That(endpoint.Requests, Is.EqualTo(3 * 60 + 2 + 4 + 8));
            Assert.That(log.ToString(), Does.Contain("concurrency   tokens/s").And.Contain("60 of 60 answered"));
        }
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task A_finding_stops_before_the_next_point(CancellationToken stop)
    {
        await using var endpoint = await StandIn.StartAsync(new EndpointOptions());
        using var log = new StringWriter();

        var code = await Harness.RunAsync(Options(endpoint), log, stop);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(log.ToString(), Does.Contain("/r2:").And.Contain("Stopped").And.Not.Contain("/r4:"));
            Assert.That(Directory.Exists(Path.Combine(_folder, "envelopes")), Is.False);
        }
    }

    private HarnessOptions Options(StandIn endpoint) => new()
    {
        Endpoint = new Uri(endpoint.Url),
        Folder = Path.Combine(_folder, "submission"),
        Concurrencies = [2, 4, 8],
        Requests = 60,
        GitSha = "4c1d9aa",
    };
}
