// Times the validator and the whole check on JSON Lines files, parsing included: EnvelopeBench ROUNDS FILE…
// With `memory FILE` it checks one file and says how much memory that took at most.
using System.Diagnostics;
using System.Globalization;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Validation;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var catalogue = new RuleCatalogueBuilder().AddRulesFrom(typeof(MlxRules).Assembly).Build();
var options = new CheckerOptions { Spec = MlxFormat.SpecName, MaxDegreeOfParallelism = 1 };
if (args is ["memory", var large])
{
    var started = Stopwatch.GetTimestamp();
    var report = new SubmissionChecker(large, options, catalogue).Run();
    using var self = Process.GetCurrentProcess();
    Console.WriteLine($"{new FileInfo(large).Length / 1e6:F0} MB in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, {report.Results.Length} results, at most {self.PeakWorkingSet64 / 1e6:F0} MB of memory");
    return;
}

var rounds = int.Parse(args[0], CultureInfo.InvariantCulture);
foreach (var file in args[1..])
{
    var bytes = File.ReadAllBytes(file);
    Time("validator", file, () =>
    {
        var (documents, valid) = (0, 0);
        foreach (var line in EnvelopeLines.Read(new MemoryStream(bytes), int.MaxValue))
        {
            documents++;
            valid += MlxValidator.Default.Validate(line.Utf8).IsValid ? 1 : 0;
        }

        return (documents, valid);
    });
    Time("check", file, () =>
    {
        var report = new SubmissionChecker(file, options, catalogue).Run();
        var documents = report.Results.Select(result => result.Line).Distinct().Count();
        return (documents, report.Results.Count(result => result.Severity is Severity.Info));
    });
}

void Time(string what, string file, Func<(int Documents, int Valid)> once)
{
    var times = new List<double>();
    (int Documents, int Valid) seen = default;
    for (var round = 0; round < rounds; round++)
    {
        var started = Stopwatch.GetTimestamp();
        seen = once();
        times.Add(Stopwatch.GetElapsedTime(started).TotalMicroseconds / seen.Documents);
    }

    // The first half warms up.
    var warm = times[(times.Count / 2)..].Order().ToList();
    Console.WriteLine($"{what,-10} {Path.GetFileName(file),-18} {warm[warm.Count / 2]:F2} µs a document, {seen.Valid} of {seen.Documents} valid");
}
