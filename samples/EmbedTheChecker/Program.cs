// A console application that embeds the checker: it checks a folder, prints every finding, and ends with the verdict as its exit code.
using MlPerf.Endpoints.Core.Checking;

if (args.Length == 0)
{
    Console.Error.WriteLine("usage: EmbedTheChecker PATH");
    return 2;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

var report = await new SubmissionChecker(args[0]).RunAsync(cancellationToken: stop.Token);
foreach (var finding in report.Errors.Concat(report.Warnings))
{
    Console.WriteLine($"{finding.DisplayFile ?? finding.DisplayPath}:{finding.Line}: {finding.Rule}: {finding.Message}");
    Console.WriteLine($"    {finding.Fix}");
}

Console.WriteLine($"{(report.Passed ? "passed" : "failed")}: {report.Errors.Length} errors, {report.Warnings.Length} warnings, spec {report.Revision}");
return report.Passed ? 0 : 1;
