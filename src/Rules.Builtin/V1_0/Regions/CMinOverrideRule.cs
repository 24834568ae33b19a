using System.Globalization;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;

/// <summary>A C_min that is declared is declared in every copy of the system description, alike, from 1 to 32, and was measured (policy §5.4).</summary>
/// <remarks>A dedicated Offline run does not count as a measurement at C_min.</remarks>
public sealed class CMinOverrideRule : ComplianceRule<Curve>
{
    private static readonly Outcome Invalid = Outcome.Error(
        key: "invalid",
        spec: "§5.4",
        message: "c_min_override is {value}, expected a whole number from 1 to 32",
        fix: "Write the number without quotes and without a fraction, or remove the field from every system_desc.json of the curve.");

    private static readonly Outcome MissingDeclaration = Outcome.Error(
        key: "missing-declaration",
        spec: "§5.4",
        message: "this point's system_desc.json does not declare c_min_override, though another point's does",
        fix: "Declare the same c_min_override in system_desc.json of every point of the curve, or in none.");

    private static readonly Outcome Inconsistent = Outcome.Error(
        key: "inconsistent",
        spec: "§5.4",
        message: "the points declare different values of c_min_override: {values}",
        fix: "Declare the same c_min_override in system_desc.json of every point of the curve.");

    private static readonly Outcome MissingPoint = Outcome.Error(
        key: "missing-point",
        spec: "§5.4",
        message: "c_min_override declares C_min {c_min}, but no point was measured at this concurrency",
        fix: "Measure a point at concurrency {c_min}, which may not be the dedicated Offline run, or declare the lowest concurrency that was measured.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "c-min-override", title: "C_min override", specs: [SpecRevision.V1_0], outcomes: [Invalid, MissingDeclaration, Inconsistent, MissingPoint], order: 310);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        if (curve.CMinOverride is not { } declared)
        {
            yield return NotApplicable(curve, "no system description declares c_min_override");
            yield break;
        }

        foreach (var (point, node, value) in declared.Declarations)
        {
            var document = point.Files.SystemDescription;
            if (node is null)
            {
                yield return MissingDeclaration.At(document.Root is null ? document.Path : Place.In(document));
            }
            else if (value is null)
            {
                yield return Invalid.At(Place.Member(document, "c_min_override"), ("value", node.ToString()));
            }
        }

        if (declared.Values.Length > 1)
        {
            yield return Inconsistent.At(curve.Path, ("values", string.Join(", ", declared.Values.Select(value => value.ToString(CultureInfo.InvariantCulture)))));
        }
        else if (curve.RegionFault is RegionFault.OverrideNotMeasured)
        {
            yield return MissingPoint.At(curve.Path, ("c_min", declared.Values[0]));
        }
    }
}
