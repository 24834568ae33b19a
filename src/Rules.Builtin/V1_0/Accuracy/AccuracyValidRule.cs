using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Accuracy;

/// <summary>An accuracy file beside a point can be read and says for each data set what it must (policy §4.3).</summary>
/// <remarks>There is no pass. A file with any fault gives its point no accuracy at all.</remarks>
public sealed class AccuracyValidRule(AccuracyTargets targets, AgenticTargets agenticTargets) : ComplianceRule<Curve>
{
    private const string Rerun = "Write the file with the benchmark client instead of by hand.";

    private static readonly Outcome Unreadable = Outcome.Error(
        key: "parse-error", spec: "§4.3", message: "{file} is no readable JSON: {error}", fix: Rerun);

    private static readonly Outcome NoFile = Outcome.Error(
        key: "io-error", spec: "§4.3", message: "{file} cannot be opened: {error}", fix: "Put a regular, readable file of that name there.");

    private static readonly Outcome NotAMapping = Outcome.Error(
        key: "dict_type", spec: "§4.3", message: "{field} of {file} is {found}, not {expected}", fix: "Make every data set an object with its score.");

    private static readonly Outcome NotACollection = Outcome.Error(
        key: "scores-not-collection", spec: "§4.3", message: "{field} of {file} is {found}, not {expected}", fix: "Give one object for each data set, as a list or by name.");

    private static readonly Outcome EntryNotAMapping = Outcome.Error(
        key: "entry-not-mapping", spec: "§4.3", message: "{field} of {file} is {found}, not {expected}", fix: "Make every entry of the list an object with dataset_name and score.");

    private static readonly Outcome Unnamed = Outcome.Error(
        key: "entry-unnamed", spec: "§4.3", message: "{field} of {file} is {found}, not {expected}", fix: "Name the data set of every entry in dataset_name.");

    private static readonly Outcome Duplicate = Outcome.Error(
        key: "dataset-duplicate", spec: "§4.3", message: "{file} has more than one entry for the data set {found}", fix: "Keep one entry for each data set.");

    private static readonly Outcome NoScore = Outcome.Error(
        key: "score-missing", spec: "§4.3", message: "the entry for the data set {found} in {file} has no score", fix: "State the score, or null where there is none.");

    private static readonly Outcome Conflict = Outcome.Error(
        key: "alias-conflict", spec: "§4.3", message: "{field} of {file} is {found}, not {expected}", fix: "Leave one of the two names away, or make their values equal.");

    private static readonly Outcome TwoInline = Outcome.Error(
        key: "performance-duplicate", spec: "§4.3", message: "more than one data set of {file} is of type performance: {found}", fix: "Keep the one score that the client computed on the performance run.");

    private static readonly Outcome Empty = Outcome.Error(
        key: "fail", spec: "§4.3", message: "{file} holds no data set", fix: "Add the scores of the accuracy run, or delete the file.");

    private static readonly Outcome OutOfRange = Outcome.Error(
        key: "number-out-of-range", spec: "§4.3", message: "{field} of {file} is {found}, which is beyond what can be computed with", fix: "State the number that was measured.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "accuracy-valid", title: "Accuracy results file", specs: [SpecRevision.V1_0],
        outcomes: [Unreadable, NoFile, NotAMapping, NotACollection, EntryNotAMapping, Unnamed, Duplicate, NoScore, Conflict, TwoInline, Empty, OutOfRange], order: 610);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        var accuracy = CurveAccuracy.Of(curve, targets, agenticTargets);
        var files = 0;
        foreach (var folder in accuracy.Folders)
        {
            if (folder.Files.Accuracy is not { } file)
            {
                continue;
            }

            files++;
            if (file.Document.Problem is { } problem)
            {
                yield return (problem.Kind is DocumentProblemKind.Io ? NoFile : Unreadable).At(
                    Place.In(file.Document), ("file", file.Document.Path.Name), ("error", problem.Detail));
            }

            foreach (var fault in file.Problems)
            {
                yield return Fault(file.Document, fault);
            }

            foreach (var (path, overflow) in accuracy.Overflows)
            {
                if (path == file.Document.Path)
                {
                    yield return OutOfRange.At(
                        new Place(path, path, overflow.Location, overflow.Pointer), ("file", path.Name), ("field", overflow.Name), ("found", overflow.Found));
                }
            }
        }

        if (files == 0)
        {
            yield return NotApplicable(curve, "no point has an accuracy file");
        }
    }

    private RuleResult Fault(Document document, FieldProblem fault)
    {
        var outcome = Descriptor.Outcomes.First(outcome => string.Equals(outcome.Key, fault.Key, StringComparison.Ordinal));
        var place = Place.Of(document, fault);
        return outcome.At(
            ReferenceEquals(outcome, Empty) ? place.ReportedAt(null) : place,
            ("file", document.Path.Name), ("field", fault.Field.Length == 0 ? "the top level" : fault.Field), ("expected", fault.Expected), ("found", fault.Found ?? "missing"));
    }
}
