using System.Globalization;
using MlPerf.Endpoints.Samples.StandInEndpoint;

// dotnet run --project samples/StandInEndpoint -- --port 8000 --cache exact --prefill-ms 30 --per-token-ms 5 --parallel 4
if (args is ["--help"])
{
    Console.WriteLine(Usage());
    return 0;
}

var options = new EndpointOptions();
for (var index = 0; index < args.Length; index++)
{
    var value = index + 1 < args.Length ? args[index + 1] : "";
    options = args[index] switch
    {
        "--port" => options with { Port = Number() },
        "--cache" => options with { Cache = Enum.Parse<CacheKind>(value, ignoreCase: true) },
        "--look-up-on-dequeue" => options with { LooksUpOnDequeue = true },
        "--look-up-ms" => options with { LookUp = TimeSpan.FromMilliseconds(Number()) },
        "--prefill-ms" => options with { Prefill = TimeSpan.FromMilliseconds(Number()) },
        "--per-token-ms" => options with { PerToken = TimeSpan.FromMilliseconds(Number()) },
        "--parallel" => options with { Parallel = Number() },
        "--chunks" => options with { Chunks = Number() },
        "--chunk-length" => options with { ChunkLength = Number() },
        "--flush-once" => options with { FlushesEachChunk = false },
        "--fail-every" => options with { FailEvery = Number() },
        "--drop-every" => options with { DropEvery = Number() },
        "--malformed" => options with { SendsMalformedEvents = true },
        "--hang-after" => options with { HangAfter = Number() },
        _ when index > 0 && args[index - 1].StartsWith("--", StringComparison.Ordinal) => options,
        var unknown => Refuse(unknown),
    };

    int Number() => int.Parse(value, CultureInfo.InvariantCulture);
}

await using var endpoint = await StandIn.StartAsync(options);
Console.WriteLine($"Listening at {endpoint.Url}, cache: {options.Cache}");
await endpoint.WaitAsync();
return 0;

static EndpointOptions Refuse(string unknown)
{
    Console.Error.WriteLine($"There is no option {unknown}.\n{Usage()}");
    Environment.Exit(2);
    return new EndpointOptions();
}

static string Usage() => """
    usage: StandInEndpoint [--port N] [--cache none|exact|…] [--look-up-on-dequeue] [--look-up-ms N] [--prefill-ms N] [--per-token-ms N] [--parallel N]
                           [--chunks N] [--chunk-length N] [--flush-once] [--fail-every N] [--drop-every N] [--malformed] [--hang-after N]
    """;
