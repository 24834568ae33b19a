using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

/// <summary>A declared target cohort has the form <c>YYYY-MM-C0</c> or <c>YYYY-MM-C1</c> (policy §4.6).</summary>
/// <remarks>Only the form is judged here: any month passes, and so do digits of any script, as in the reference.</remarks>
public sealed class TargetCohortRule : ComplianceRule<Point>
{
    // 'd' stands for any decimal digit, 'x' for 0 or 1, everything else for itself.
    private const string Form = "dddd-dd-Cx";

    private static readonly Outcome Malformed = Outcome.Error(
        key: "fail",
        spec: "§4.6",
        message: "target_cohort is \"{target_cohort}\", which has not the form YYYY-MM-C0 or YYYY-MM-C1",
        fix: "Write the cohort of the round that the submission is meant for, such as 2026-10-C1, without spaces around it.");

    private static readonly Outcome WellFormed = Outcome.Pass(key: "pass", spec: "§4.6", message: "target cohort {target_cohort}");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "target-cohort", title: "Target cohort", specs: [SpecRevision.V1_0], outcomes: [Malformed, WellFormed], order: 190);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Point point)
    {
        if (point.Config.TargetCohort is not { } cohort)
        {
            yield return NotApplicable(point, "the point names no target cohort");
            yield break;
        }

        yield return HasForm(cohort)
            ? WellFormed.At(point.ConfigPath, ("target_cohort", cohort))
            : Malformed.At(point.InConfig("target_cohort"), ("target_cohort", Shown.Text(cohort)));
    }

    private static bool HasForm(string cohort)
    {
        var at = 0;
        foreach (var rune in cohort.EnumerateRunes())
        {
            if (at == Form.Length || !Fits(rune, Form[at]))
            {
                return false;
            }

            at++;
        }

        return at == Form.Length;
    }

    private static bool Fits(Rune rune, char form) => form switch
    {
        'd' => Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber,
        'x' => rune.Value is '0' or '1',
        _ => rune.Value == form,
    };
}
