using MlPerf.Endpoints.Core.Formats.V1_0;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.Shared;

namespace MlPerf.Endpoints.Rules.Builtin.V1_0.SystemDescription;

/// <summary>Every copy of the system's description is a JSON object, and the fields of the reference copy are there and of the right type (policy §8.2).</summary>
/// <remarks>The reference copy is the first, in point order, that can be read. The others are compared with it by <c>system-description-consistency</c>.</remarks>
public sealed class SystemDescriptionValidRule : ComplianceRule<Curve>
{
    private static readonly Outcome Valid = Outcome.Pass(key: "pass", spec: "§8.2", message: "the system description of {rel} is sound");

    private static readonly Outcome Unreadable = Outcome.Error(
        key: "fail",
        spec: "§8.2",
        message: "system_desc.json cannot be used: {reason}",
        fix: "Write system_desc.json anew as one JSON object in UTF-8, or copy it from another point.");

    private static readonly FileFaults Faults = new(
        "system_desc.json",
        "§8.2",
        [
            FieldKeys.Unworded, FieldKeys.Missing, FieldKeys.ModelType, FieldKeys.DictType, FieldKeys.ListType, FieldKeys.StringType,
            FieldKeys.StringTooShort, FieldKeys.IntType, FieldKeys.IntParsing, FieldKeys.IntFromFloat, FieldKeys.FloatType, FieldKeys.FloatParsing,
            FieldKeys.BoolType, FieldKeys.BoolParsing, FieldKeys.Enum,
        ],
        Outcome.Error(
            key: SystemDescriptionReader.CoreCountMissing,
            spec: "§8.2",
            message: "{field} states neither host_processor_core_count nor host_processor_vcpu_count",
            fix: "State the cores of one host processor, or its virtual CPUs where cores cannot be told."),
        Outcome.Error(
            key: SystemDescriptionReader.DivisionUnknown, spec: "§8.2", message: "division is {value}, expected {expected}", fix: "Write the division as {expected}."),
        Outcome.Error(
            key: SystemDescriptionReader.AvailabilityUnknown, spec: "§8.2", message: "{field} is {value}, expected {expected}", fix: "Write the availability as {expected}."),
        Outcome.Error(
            key: SystemDescriptionReader.AvailabilityConflict,
            spec: "§8.2",
            message: "the availability is stated in several fields that differ ({value})",
            fix: "State it once, in system_availability_status, and remove publication_status and availability_status."),
        Outcome.Error(
            key: SystemDescriptionReader.AvailabilityUrlMissing,
            spec: "§8.2",
            message: "the system is said to be available, but availability_url does not say where",
            fix: "Give in availability_url {expected}, or state another availability."),
        Outcome.Error(
            key: SystemDescriptionReader.AvailabilityDateMissing,
            spec: "§8.2",
            message: "the system is a preview, but target_availability_date does not say from when on it is available",
            fix: "Give in target_availability_date {expected}."),
        Outcome.Error(
            key: SystemDescriptionReader.AvailabilityDateInvalid,
            spec: "§8.2",
            message: "target_availability_date is {value}, expected {expected}",
            fix: "Write the date as YYYY-MM-DD, for example 2027-02-01."),
        Outcome.Error(
            key: SystemDescriptionReader.ShortenedNameEmpty, spec: "§8.2", message: "shortened_system_name is blank, expected {expected}", fix: "Give the system a name of 1 to 20 characters for charts."),
        Outcome.Error(
            key: SystemDescriptionReader.ShortenedNameTooLong,
            spec: "§8.2",
            message: "shortened_system_name has {value}, expected {expected}",
            fix: "Shorten the name to {expected}; system_name may be longer."),
        Outcome.Error(
            key: SystemDescriptionReader.OverrideInvalid,
            spec: "§5.4",
            message: "c_min_override is {value}, expected {expected}",
            fix: "Write the lowest concurrency of the curve as a plain number from 1 to 32 in every copy, or remove the field from all."));

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new(
        id: "system-description-valid", title: "System description (system_desc.json)", specs: [SpecRevision.V1_0], outcomes: [Valid, Unreadable, .. Faults.Outcomes], order: 290);

    /// <inheritdoc/>
    public override IEnumerable<RuleResult> Check(Curve curve)
    {
        foreach (var point in curve.Folders)
        {
            var document = point.Files.SystemDescription;
            if (document.Exists && point.Files.DescriptionObject is null)
            {
                yield return Unreadable.At(Place.In(document), ("reason", document.Problem?.Detail ?? $"its top level is {document.Root}, expected an object"));
            }
        }

        if (curve.Description is not { } description)
        {
            yield return NotApplicable(curve, "no copy of the system description can be read");
            yield break;
        }

        foreach (var problem in description.Problems)
        {
            yield return Faults.Of(description.Document, problem);
        }

        if (description.Problems.Count == 0)
        {
            yield return Valid.At(description.Document.Path, ("rel", curve.Path.RelativeTo(curve.System.Submission.Path)));
        }
    }
}
