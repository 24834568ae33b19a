using MlPerf.Endpoints.PrismStandIn;

// The stand-in of the service, on this machine alone; its records live in ./artifacts/sandbox/state until you delete that folder.
var options = StandInOptions.Parse(args);
var service = await StandIn.StartAsync(options with { StateFolder = options.StateFolder ?? Path.Combine("artifacts", "sandbox", "state") });
await using (service)
{
    Console.WriteLine($"""
        The sandbox listens at {service.Address}. In another terminal:
          export MLPERF_API_BASE_URL={service.Address} PRISM_USER_API_TOKEN={options.Token}
        """);
    await service.WaitForShutdownAsync();
}
