using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7.Systems;

/// <summary>The regions can be computed from the maximum supported concurrency (policy §5.4, §5.5): it is above 32, and a double can hold it with its margin.</summary>
/// <remarks>In the readme dialect the description's schema refuses 32 and less already.</remarks>
public sealed class RegionComputationRule : ComplianceRule<SystemUnderTest>
{
    private static readonly Outcome TooLow = Outcome.Error(
        key: "fail",
        spec: "#7",
        message: "max_supported_concurrency is {max_concurrency}, regions need more than {minimum}",
        fix: "State the concurrency up to which the system was measured; v0.7 has no regions for systems of {minimum} and less, so ask the working group about those.");

    private static readonly Outcome TooHigh = Outcome.Error(
        key: "too-large",
        spec: "#7",
        message: "max_supported_concurrency has {digits} digits, too many for regions to be computed",
        fix: "State the number of requests that the system really serves at once.");

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "region-computation", title: "Region boundaries", specs: [SpecRevision.V0_7], outcomes: [TooLow, TooHigh], order: 60);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(SystemUnderTest system)
    {
        if (system.Description is not { Value: { } description } reading)
        {
            yield return NotApplicable(system, "the system description is invalid");
        }
        else if (system.Regions.IsPresent)
        {
            yield return NotApplicable(system, "the regions were computed");
        }
        else
        {
            var place = Place.Member(reading.Document, "max_supported_concurrency");
            var maximum = description.MaxSupportedConcurrency;
            yield return maximum <= RegionBoundaries.LargestCMin
                ? TooLow.At(place, ("max_concurrency", maximum), ("minimum", RegionBoundaries.LargestCMin))
                : TooHigh.At(place, ("digits", maximum.ToString(System.Globalization.CultureInfo.InvariantCulture).Length));
        }
    }
}
