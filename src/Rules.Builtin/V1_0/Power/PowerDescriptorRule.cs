using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Power;

/// <summary>A system states its provisioned power, in a form from which it can be computed (policy §4.5, Appendices C to E).</summary>
/// <remarks>Only RDI and Serviced systems may do without; a descriptor that they supply all the same is held to everything.</remarks>
public sealed class PowerDescriptorRule : ComplianceRule<SystemUnderTest>
{
    private const string Spec = "§4.5.2";

    private static readonly Outcome NotAsked = Outcome.Pass(key: "pass", spec: "§4.5", message: "a {division} system needs no power descriptor");

    private static readonly Outcome Missing = Outcome.Error(
        key: "fail",
        spec: Spec,
        message: "{relative_to} is missing, and the division is {division}: only RDI and Serviced systems may leave it out",
        fix: "Write system_power.json into the system's folder (Appendix E); where the division is wrong, correct it in every system_desc.json.");

    private static readonly Outcome CoolingDiffers = Outcome.Error(
        key: "fail-2",
        spec: Spec,
        message: "cooling is {cooling} (overhead {overhead}), but the cooling in {description} means an overhead of {described_overhead}",
        fix: "Let cooling and the system description say the same; a system with both counts as air-cooled.");

    private static readonly Outcome EnsembleUnknown = Outcome.Warning(
        key: "warn",
        spec: Spec,
        message: "node sets name system_node_ensemble_id {unknown}, which {description} does not describe",
        fix: "Correct system_node_ensemble_id, or describe the node type in every system_desc.json.");

    private static readonly Outcome Problem = Outcome.Error(key: "computation-problem", spec: Spec, message: "the descriptor is rejected: {detail}", fix: "{remedy}");

    private static readonly Outcome Questionable = Outcome.Warning(key: "computation-warning", spec: Spec, message: "a reviewer will ask about the descriptor: {detail}", fix: "{remedy}");

    private static readonly Outcome Computed = Outcome.Pass(key: "pass-2", spec: Spec, message: "the system is provisioned with {kw} kW{note}");

    private static readonly FileFaults Faults = new(
        "system_power.json",
        Spec,
        [
            FileFaultKeys.ParseError, FileFaultKeys.IoError, FieldKeys.Unworded, FieldKeys.Missing, FieldKeys.ExtraForbidden,
            FieldKeys.ModelType, FieldKeys.DictType, FieldKeys.ListType, FieldKeys.StringType, FieldKeys.IntType, FieldKeys.IntParsing,
            FieldKeys.IntFromFloat, FieldKeys.FloatType, FieldKeys.FloatParsing, FieldKeys.BoolType, FieldKeys.BoolParsing, FieldKeys.TooShort,
            FieldKeys.StringTooShort, FieldKeys.GreaterThan, FieldKeys.GreaterThanEqual, FieldKeys.LiteralError,
        ],
        Outcome.Error(
            PowerDescriptorReader.ValueCount, Spec, "{field} states {input}, expected {expected}", "Keep the one figure that the source gives, in its unit, and remove the others."),
        Outcome.Error(
            PowerDescriptorReader.DefaultSource, Spec, "{field} has the source {input}, expected {expected}", "Name the subsection of Appendix D exactly, or cite the source with another source_type."),
        Outcome.Error(
            PowerDescriptorReader.SourceNotUrl, Spec, "{field} has the source {input}, expected {expected}", "Give the address at which a reviewer can read the figure."));

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "power-descriptor", title: "Power descriptor (system_power.json)", specs: [SpecRevision.V1_0],
        outcomes: [NotAsked, Missing, CoolingDiffers, EnsembleUnknown, Problem, Questionable, Computed, .. Faults.Outcomes], order: 80);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(SystemUnderTest system)
    {
        if (system.Power is not { } power)
        {
            return [NotApplicable(system, "the revision knows no power descriptor")];
        }

        var (document, problems, descriptor) = power.DescriptorFile;
        if (!document.Exists)
        {
            return [power.Facts.RequiresDescriptor
                ? Missing.At(document.Path, ("relative_to", document.Path.ToString()), ("division", power.Facts.Division is { } division ? $"\"{Shown.Text(division)}\"" : "unknown"))
                : NotAsked.At(document.Path, ("division", power.Facts.Division))];
        }

        return descriptor is null || power.Computation is not { } computation
            ? Faults.All(document, problems)
            : Judge(power, descriptor, computation);
    }

    private static IEnumerable<RuleResult> Judge(SystemPower power, PowerDescriptor descriptor, PowerComputation computation)
    {
        var (document, facts) = (power.DescriptorFile.Document, power.Facts);
        var description = facts.Source?.ToString() ?? "the system description";
        if (facts.OverheadFraction is { } described && described != descriptor.OverheadFraction)
        {
            yield return CoolingDiffers.At(
                DocumentPlaces.At(document, "/cooling"),
                ("cooling", descriptor.Cooling), ("overhead", descriptor.OverheadFraction), ("described_overhead", described), ("description", description));
        }

        var unknown = new SortedSet<BigInteger>();
        foreach (var set in descriptor.NodeSets)
        {
            if (facts.NodeType(set.EnsembleId) is null)
            {
                unknown.Add(set.EnsembleId);
            }
        }

        if (!facts.NodeTypes.IsEmpty && unknown.Count > 0)
        {
            var first = descriptor.NodeSets.IndexOf(descriptor.NodeSets.First(set => set.EnsembleId == unknown.Min));
            yield return EnsembleUnknown.At(
                DocumentPlaces.At(document, string.Create(CultureInfo.InvariantCulture, $"/node_sets/{first}/system_node_ensemble_id")),
                ("unknown", Shown.List(unknown.Select(id => id.ToString(CultureInfo.InvariantCulture)))), ("description", description));
        }

        foreach (var problem in computation.Problems)
        {
            yield return Problem.At(DocumentPlaces.At(document, problem.Pointer), ("detail", problem.Detail), ("remedy", problem.Remedy), ("reason_id", problem.Reason));
        }

        foreach (var warning in computation.Warnings)
        {
            yield return Questionable.At(DocumentPlaces.At(document, warning.Pointer), ("detail", warning.Detail), ("remedy", warning.Remedy), ("reason_id", warning.Reason));
        }

        if (computation.ProvisionedKw is { } kilowatts)
        {
            yield return Computed.At(document.Path, ("kw", kilowatts), ("note", Note(computation, kilowatts)));
        }
    }

    // The reference lets such figures pass every test; a reader should at least see them named.
    private static string Note(PowerComputation computation, double kilowatts)
        => !double.IsFinite(kilowatts) ? ", no finite figure, so nothing can be held against it"
            : computation.IsDeclared ? ", as declared"
            : "";
}
