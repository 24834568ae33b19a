using System.Diagnostics;
using System.Globalization;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

// What a cold process pays for finding the packs that it references in its deps.json and for making all of their rules: the constructor of a checker does nothing else.
var source = MemorySource.FromTexts("memory", []);
var started = Stopwatch.GetTimestamp();
_ = new SubmissionChecker(source);
var discovered = Stopwatch.GetElapsedTime(started);

var rules = new RuleCatalogueBuilder();
foreach (var pack in PackParts.ReferencedPackAssemblies())
{
    rules.AddRulesFrom(pack);
}

var catalogue = rules.Build();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{discovered.TotalMilliseconds:F1} ms for {catalogue.Rules.Length} rules in {catalogue.Packs.Length} packs"));
