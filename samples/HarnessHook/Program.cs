// Stands in a harness' loop: after each measured point it asks the gate before it goes on. Here the points are those of a finished submission.
using HarnessHook;
using MlPerf.Endpoints.Core.Rules;

if (args.Length == 0)
{
    Console.Error.WriteLine("usage: HarnessHook SUBMISSION");
    return 2;
}

var submission = args[0];
var gate = new PointGate(submission);
foreach (var folder in Directory.EnumerateDirectories(Path.Combine(submission, "results"), "r*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
{
    var point = Path.GetRelativePath(submission, folder).Replace('\\', '/');
    if (!File.Exists(Path.Combine(folder, "point.yaml")))
    {
        continue;
    }

    var findings = gate.Judge(point);
    Console.WriteLine($"{point}: {(findings.Count == 0 ? "fine, going on" : $"{findings.Count} findings")}");
    foreach (var finding in findings)
    {
        Console.WriteLine($"  {finding.Rule}: {finding.Message}");
    }

    if (findings.Any(finding => finding.Severity is Severity.Error))
    {
        Console.WriteLine("Stopped: measuring the next point would not mend this one.");
        return 1;
    }
}

return 0;
