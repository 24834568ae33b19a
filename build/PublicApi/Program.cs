using MlPerf.Endpoints.PublicApi;

// count: the number of exported top-level types of all packages but Testing.
// update LOGS API: writes api/<package>/PublicAPI.*.txt from what the compiler logged.
switch (args)
{
    case ["count"]:
        Console.WriteLine(Surface.Count(AppContext.BaseDirectory));
        return 0;
    case ["update", var logs, var folder]:
        ApiFiles.Update(logs, folder);
        return 0;
    default:
        Console.Error.WriteLine("usage: public-api count | update LOGS API");
        return 2;
}
