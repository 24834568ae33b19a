using System.Text;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin;
using MlPerf.Endpoints.Testing.Snapshots;

namespace MlPerf.Endpoints.SubmissionChecker.Tests;

/// <summary>Every message and fix in one reviewed text.</summary>
public sealed class OutcomeTextsTests
{
    [Test]
    public void Messages_and_fixes()
    {
        var text = new StringBuilder();
        foreach (var rule in new RuleCatalogueBuilder().AddRulesFrom(typeof(BuiltinRules).Assembly).Build().Rules)
        {
            text.Append($"{rule.Descriptor.Id} ({string.Join(", ", rule.Descriptor.Specs)})\n");
            foreach (var outcome in rule.Descriptor.Outcomes)
            {
                text.Append($"  {outcome.Key} {SeverityNames.Of(outcome.Severity)}: {outcome.Message}\n");
                if (outcome.Fix is { } fix)
                {
                    text.Append($"    fix: {fix}\n");
                }
            }
        }

        Snapshot.Match(text.ToString());
    }
}
