using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

/// <summary>A system's folder holds at least one model.</summary>
/// <remarks>Every folder below <c>results</c> counts as a system, hidden ones too.</remarks>
public sealed class BenchmarkModelDirRule : ComplianceRule<SystemUnderTest>
{
    private static readonly Outcome Empty = Outcome.Error(
        key: "fail",
        spec: "§1",
        message: "the system {system_id} holds no folder, at least one model is required",
        fix: "Put the results into results/{system_id}/<model>/r<concurrency>/, or remove the folder if it is no system: hidden folders count too.");

    private static readonly Outcome Unreadable = Outcome.Error(
        key: "io-error",
        spec: "§1",
        message: "{name} of system {system_id} is not looked into: {error}",
        fix: "Put a folder that can be read in this place; if it is a link out of the submission, the folder itself, or check with --follow-links.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "benchmark-model-dir", title: "Benchmark-model directory", specs: [SpecRevision.V1_0], outcomes: [Empty, Unreadable], order: 100);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(SystemUnderTest system)
    {
        foreach (var (path, detail) in system.UnreadableModels)
        {
            yield return Unreadable.At(path, ("name", path.Name), ("system_id", system.Id), ("error", detail));
        }

        if (system.Curves.Count == 0 && system.UnreadableModels.All(entry => entry.Path != system.Path))
        {
            yield return Empty.At(system.Path, ("system_id", system.Id));
        }
    }
}
