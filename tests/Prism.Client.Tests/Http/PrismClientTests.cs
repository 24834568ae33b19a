using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MlPerf.Endpoints.Prism.Client.DependencyInjection;
using MlPerf.Endpoints.Prism.Client.Http;
using MlPerf.Endpoints.PrismStandIn;

namespace MlPerf.Endpoints.Prism.Client.Tests.Http;

/// <summary>The client alone, as an application uses it.</summary>
public sealed class PrismClientTests
{
    private const string Token = "mlc_client-tests";

    private StandIn _service = null!;

    [SetUp]
    public async Task StartAsync() => _service = await StandIn.StartAsync(new StandInOptions { Token = Token });

    [TearDown]
    public async Task StopAsync() => await _service.DisposeAsync();

    [Test]
    public async Task Lists_nothing_where_there_is_nothing()
    {
        await using var provider = Services(_ => { });

        Assert.That(await CountAsync(provider), Is.Zero);
    }

    [Test]
    public async Task Is_registered_twice_without_harm()
    {
        await using var provider = new ServiceCollection().AddPrismClient(Connect).AddPrismClient().BuildServiceProvider();

        Assert.That(await CountAsync(provider), Is.Zero);
    }

    [Test]
    public async Task Is_bound_by_name_from_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["prism:BaseAddress"] = _service.Address,
            ["prism:Token"] = Token,
            ["prism:ApiTimeout"] = "00:00:05",
        }).Build();
        await using var provider = new ServiceCollection().AddPrismClient(configuration.GetSection("prism")).BuildServiceProvider();

        Assert.That(await CountAsync(provider), Is.Zero);
    }

    [TestCase("http://prism.example", "plain HTTP")]
    [TestCase("ftp://prism.example", "scheme")]
    [TestCase("nonsense", "no address")]
    public void Refuses_addresses_that_cannot_be_called(string address, string reason)
    {
        using var provider = Services(options => options.BaseAddress = address);

        Assert.That(() => provider.GetRequiredService<PrismClient>(), Throws.InstanceOf<OptionsValidationException>().With.Message.Contains(reason));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("mlc_ü")]
    [TestCase("mlc_a b")]
    public async Task Says_that_there_is_no_usable_key_and_asks_nothing(string? token)
    {
        await using var provider = Services(options => options.Token = token);

        var failure = await Assert.ThrowsAsync<PrismException>(() => CountAsync(provider));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failure!.Kind, Is.EqualTo(PrismErrorKind.MissingToken));
            Assert.That(_service.Requests, Is.Empty);
        }
    }

    [Test]
    public async Task Explains_the_upgrade()
    {
        _service.Arrange(new Fault { Path = "/runs", Status = 426, Body = "{\"detail\":\"client too old\"}" });
        using var provider = Services(_ => { });

        var failure = await Assert.ThrowsAsync<PrismUpgradeRequiredException>(() => CountAsync(provider));

        Assert.That(failure!.Message, Does.Contain("client too old").And.Contain("1.5.3.0"));
    }

    [TestCase("{\"detail\":\"a text\"}", "a text")]
    [TestCase("{\"detail\":[{\"loc\":[\"body\",\"run_ids\",0],\"msg\":\"Field required\",\"type\":\"missing\"}]}", "body.run_ids.0: Field required")]
    [TestCase("plain", "plain")]
    public async Task Decodes_what_the_service_says(string body, string detail)
    {
        _service.Arrange(new Fault { Path = "/runs", Status = 422, Body = body });
        using var provider = Services(_ => { });

        var failure = await Assert.ThrowsAsync<PrismException>(() => CountAsync(provider));

        Assert.That((failure!.Kind, failure.Status, failure.Detail), Is.EqualTo((PrismErrorKind.Api, (HttpStatusCode?)HttpStatusCode.UnprocessableEntity, detail)));
    }

    [TestCase(' ', 65 << 20, "more than 67108864 bytes")]
    [TestCase('[', 100_000, "no JSON")]
    public async Task Refuses_answers_without_end(char content, int length, string reason)
    {
        using var handler = new EndlessAnswer((byte)content, length);
        using var client = new HttpClient(handler);
        var transport = new PrismTransport(() => client, () => client, new PrismClientOptions { BaseAddress = "https://prism.example", MaxAttempts = 1 }, TimeProvider.System);

        var failure = await Assert.ThrowsAsync<PrismException>(() => transport.JsonAsync(new PrismCall(HttpMethod.Get, "/runs"), CancellationToken.None).AsTask());

        Assert.That(failure!.Kind, Is.EqualTo(PrismErrorKind.Malformed));
        Assert.That(failure.Message, Does.Contain(reason));
    }

    [Test]
    public async Task Quotes_refusals_within_bounds()
    {
        _service.Arrange(new Fault { Path = "/runs", Status = 400, Body = "\u001b[2J" + new string('x', 100_000) });
        using var provider = Services(_ => { });

        var failure = await Assert.ThrowsAsync<PrismException>(() => CountAsync(provider));

        Assert.That(failure!.Detail, Is.EqualTo("\u001b[2J" + new string('x', 496)));
        Assert.That(failure.Message, Does.Contain(failure.Detail));
    }

    [Test]
    public async Task Opens_the_circuit_after_many_failures()
    {
        _service.Arrange(new Fault { Path = "/runs", Status = 500, Times = 100 });
        using var provider = Services(options => (options.CircuitFailures, options.MaxAttempts) = (3, 1));

        for (var at = 0; at < 6; at++)
        {
            await Assert.ThrowsAsync<PrismException>(() => CountAsync(provider));
        }

        Assert.That(_service.Requests, Has.Count.LessThan(6));
    }

    [Test]
    public void Refuses_ids_that_could_lead_elsewhere()
    {
        using var provider = Services(_ => { });
        var client = provider.GetRequiredService<PrismClient>();

        Assert.That(() => client.DeleteRunAsync("../submissions/x"), Throws.ArgumentException);
        Assert.That(_service.Requests, Is.Empty);
    }

    [Test]
    public void Is_cancelled_by_its_caller()
    {
        _service.Arrange(new Fault { Path = "/runs", Hangs = true });
        using var provider = Services(_ => { });
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.That(async () => await provider.GetRequiredService<PrismClient>().GetRunAsync(Guid.NewGuid().ToString(), cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>Answers with one byte over and over.</summary>
    private sealed class EndlessAnswer(byte content, int length) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = new byte[length];
            body.AsSpan().Fill(content);
            return Task.FromResult(new HttpResponseMessage { Content = new ByteArrayContent(body) });
        }
    }

    private ServiceProvider Services(Action<PrismClientOptions> configure) => new ServiceCollection().AddPrismClient(Connect).AddPrismClient(configure).BuildServiceProvider();

    private void Connect(PrismClientOptions options)
    {
        options.BaseAddress = _service.Address;
        options.Token = Token;
    }

    private static async Task<int> CountAsync(ServiceProvider provider)
    {
        var count = 0;
        await foreach (var _ in provider.GetRequiredService<PrismClient>().ListRunsAsync())
        {
            count++;
        }

        return count;
    }
}
