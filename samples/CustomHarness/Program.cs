// Measures an endpoint: dotnet run --project samples/CustomHarness -- http://127.0.0.1:8000 FOLDER [REQUESTS]
// A number of requests makes it a trial: the rules on length and number of queries then stop nothing.
// An endpoint to try it with: dotnet run --project samples/StandInEndpoint -- --port 8000 --prefill-ms 5 --per-token-ms 1
using System.Globalization;
using Acme.CustomHarness;

if (args.Length < 2 || !Uri.TryCreate(args[0], UriKind.Absolute, out var endpoint))
{
    Console.Error.WriteLine("usage: CustomHarness ENDPOINT FOLDER [REQUESTS]");
    return 2;
}

var options = new HarnessOptions { Endpoint = endpoint, Folder = Path.Combine(args[1], "submission") };
if (args.Length > 2)
{
    options = options with { Requests = int.Parse(args[2], CultureInfo.InvariantCulture), Tolerated = HarnessOptions.TrialRules };
}

return await Harness.RunAsync(options, Console.Out);
