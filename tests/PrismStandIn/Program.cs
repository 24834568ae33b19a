using MlPerf.Endpoints.PrismStandIn;

var options = StandInOptions.Parse(args);
var service = await StandIn.StartAsync(options).ConfigureAwait(false);
await using (service.ConfigureAwait(false))
{
    Console.WriteLine($"PRISM stand-in at {service.Address}");
    Console.WriteLine($"  export MLPERF_API_BASE_URL={service.Address}");
    Console.WriteLine($"  export PRISM_USER_API_TOKEN={options.Token}");
    await service.WaitForShutdownAsync().ConfigureAwait(false);
}
