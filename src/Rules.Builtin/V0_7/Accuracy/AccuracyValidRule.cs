using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Accuracy;

/// <summary>An accuracy file can be read, and every field of its dialect's schema is accepted (policy §4.3).</summary>
/// <remarks>One result a fault. In the release dialect files are opened only up to the first without a fault, and a file without any data set is a fault that the reference reports nowhere in particular.</remarks>
public sealed class AccuracyValidRule : ComplianceRule<Curve>
{
    // The key that the reader gives to a mapping without members.
    private const string NoDatasetsKey = "no-datasets";

    private static readonly FileOutcomes Faults = new("the accuracy file", "JSON");

    private static readonly Outcome NoDatasets = Outcome.Error(
        key: NoDatasetsKey,
        spec: "#4.3",
        message: "the accuracy file {file} names no data set, at least one is expected",
        fix: "Put the results of the accuracy run there: an object whose members are data sets with num_samples and score.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-valid", title: "Accuracy results file", specs: [SpecRevision.V0_7],
        outcomes: [Faults.Unreadable, Faults.Missing, Faults.Refused, NoDatasets], order: 310);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var isFaulty = false;
        if (curve.DeclaredAccuracy is { } declared)
        {
            foreach (var result in Faults.Judge(declared))
            {
                isFaulty = true;
                yield return result;
            }
        }

        foreach (var file in curve.AccuracyFiles)
        {
            foreach (var result in file.Problems is [{ Key: NoDatasetsKey } fault]
                ? [NoDatasets.At(Place.Of(file.Document, fault).ReportedAt(null), ("file", file.Document.Path.Value))]
                : Faults.Judge(file))
            {
                isFaulty = true;
                yield return result;
            }
        }

        if (!isFaulty)
        {
            yield return NotApplicable(curve, "no accuracy file that was opened has a fault");
        }
    }
}
