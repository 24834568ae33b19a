using System.Collections.Immutable;
using System.Globalization;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads <c>system_desc.json</c>. The fields are asked for in the order in which their faults are reported.</summary>
public static class SystemDescriptionReader
{
    /// <summary>The key of an availability that is stated in several places, and not alike.</summary>
    public const string AvailabilityConflict = "availability-conflict";

    /// <summary>The key of a text that names no availability.</summary>
    public const string AvailabilityUnknown = "availability-unknown";

    /// <summary>The key of a target date that is no date.</summary>
    public const string AvailabilityDateInvalid = "availability-date-invalid";

    /// <summary>The key of an available system without an address.</summary>
    public const string AvailabilityUrlMissing = "availability-url-missing";

    /// <summary>The key of a preview system without a target date.</summary>
    public const string AvailabilityDateMissing = "availability-date-missing";

    /// <summary>The key of a declared C_min that is no JSON integer from 1 to 32.</summary>
    public const string OverrideInvalid = "invalid";

    /// <summary>The key of a blank short name.</summary>
    public const string ShortenedNameEmpty = "shortened-name-empty";

    /// <summary>The key of a short name that is not short.</summary>
    public const string ShortenedNameTooLong = "shortened-name-too-long";

    /// <summary>The key of a node type that states neither cores nor virtual CPUs.</summary>
    public const string CoreCountMissing = "core-count-missing";

    /// <summary>The key of a text that names no division.</summary>
    public const string DivisionUnknown = "division-unknown";

    /// <summary>The most code points of a short name.</summary>
    public const int LongestShortenedName = 20;

    private const int ShortestConfigSummary = 4;
    private const string AvailabilityField = "system_availability_status";
    private static readonly ImmutableArray<string> AvailabilityFields = [AvailabilityField, "publication_status", "availability_status"];
    private static readonly ImmutableArray<string> Availabilities = ["available", "preview", "rdi"];
    private static readonly ImmutableArray<string> Divisions = ["standardized", "serviced", "rdi"];

    /// <summary>Reads a system description.</summary>
    /// <param name="document">A document whose top level is a mapping.</param>
    /// <returns>The document, its faults, and the description where there is no fault at all.</returns>
    public static FileReading<SystemDescription> Read(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (document.Root is null)
        {
            return new(document, [], null);
        }

        var problems = new List<FieldProblem>();
        var description = FieldReader.Open(document, problems) is { } fields ? Description(fields, problems) : null;
        return new(document, problems, problems.Count == 0 ? description : null);
    }

    private static SystemDescription? Description(FieldReader fields, List<FieldProblem> problems)
    {
        // Read before anything else: where the places contradict one another, nothing else is looked at.
        var (availabilityField, availabilityNode, agrees) = FindAvailability(fields);
        if (!agrees)
        {
            return null;
        }

        Texts(fields, "submitter_org_names", "submitter_contact", "submission_id", "submission_date", "publish_date");
        var name = fields.Text("system_name", Presence.Required);
        Texts(fields, "system_category");
        var availability = Word(fields, availabilityField, availabilityNode, Availabilities, AvailabilityUnknown, "Available, Preview or RDI");
        var url = NotBlank(fields.Text("availability_url", Presence.Nullable));
        var date = Date(fields, "target_availability_date");
        var cMax = fields.Integer("max_supported_concurrency", Presence.Required);
        var cMin = ReadOverride(fields);
        fields.Text("system_size", Presence.Required);
        fields.Integer("system_node_ensemble_count", Presence.Required);
        fields.Integer("system_node_ensemble_total", Presence.Required);
        Texts(fields, "serving_framework");
        var shortName = ShortenedName(fields);
        Texts(fields, "endpoint_url");
        foreach (var node in fields.Objects("node_types", Presence.Required) ?? [])
        {
            NodeTypeReader.Read(node, problems);
        }

        Texts(fields, "node_config");
        ConfigSummary(fields, problems);
        Texts(fields, "config_summary_notes");
        fields.Boolean("disaggregated", Presence.Nullable);
        Integers(fields, "expert_parallel", "tensor_parallel", "pipeline_parallel", "data_parallel", "batch");
        Texts(fields, "link_config");
        fields.Number("tps_utilization", Presence.Nullable);
        var division = Word(fields, "division", fields.Raw("division"), Divisions, DivisionUnknown, "Standardized, Serviced or RDI");
        Texts(fields, "model_precision", "link_to_model", "link_to_model_transformation", "model_notes", "dataset_id", "dataset_name");
        Average(fields, "input_token_average");
        Average(fields, "output_token_average");
        Texts(fields, "dataset_type", "dataset_link");
        MeasuredAccuracy(fields, problems);

        // The fields are held against one another only once each is sound by itself.
        if (problems.Count > 0)
        {
            return null;
        }

        if (availability is "available" && url is null)
        {
            fields.Refuse(AvailabilityUrlMissing, "availability_url", "the address under which an available system can be had");
        }
        else if (availability is "preview" && date is null)
        {
            fields.Refuse(AvailabilityDateMissing, "target_availability_date", "the date, YYYY-MM-DD, by which a preview system is going to be available");
        }

        return new SystemDescription
        {
            Division = division ?? "",
            MaxSupportedConcurrency = cMax ?? 0,
            SystemName = name ?? "",
            ShortenedSystemName = shortName ?? "",
            AvailabilityStatus = availability ?? "",
            CMinOverride = cMin,
        };
    }

    // Older names of the field are read too, where the new one says nothing; all that say something must agree.
    private static (string Field, Node? Node, bool Agrees) FindAvailability(FieldReader fields)
    {
        var found = (Field: AvailabilityField, Node: fields.Raw(AvailabilityField));
        string? first = null;
        var isFound = false;
        var stated = new List<string>();
        foreach (var name in AvailabilityFields)
        {
            if (fields.Raw(name) is not { IsNull: false } node || node is { Kind: NodeKind.Text, AsText: "" })
            {
                continue;
            }

            if (!isFound)
            {
                found = (name, node);
                isFound = true;
            }

            var text = PythonText.Trim(PythonRepr.Of(node)).ToString().ToLowerInvariant();
            stated.Add($"{name}: {node}");
            if (first is null)
            {
                first = text;
            }
            else if (!string.Equals(text, first, StringComparison.Ordinal))
            {
                fields.Refuse(AvailabilityConflict, name, $"the same availability everywhere", string.Join(", ", stated));
                return (found.Field, found.Node, false);
            }
        }

        return (found.Field, found.Node, true);
    }

    private static string? Word(FieldReader fields, string name, Node? node, ImmutableArray<string> words, string unknownKey, string expected)
    {
        if (node is null)
        {
            return fields.Text(name, Presence.Required);
        }

        if (node.Kind is not NodeKind.Text)
        {
            fields.Refuse("enum", name, expected, node.ToString());
            return null;
        }

        var word = PythonText.Trim(node.AsText ?? "").ToLowerInvariant();
        if (words.Contains(word))
        {
            return word;
        }

        fields.Refuse(unknownKey, name, expected, node.ToString());
        return null;
    }

    private static string? Date(FieldReader fields, string name)
    {
        var date = NotBlank(fields.Text(name, Presence.Nullable));
        if (date is not null && !DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            fields.Refuse(AvailabilityDateInvalid, name, "a date that exists, as YYYY-MM-DD", fields.Raw(name)?.ToString());
        }

        return date;
    }

    private static System.Numerics.BigInteger? ReadOverride(FieldReader fields)
    {
        if (fields.Raw("c_min_override") is not { } node)
        {
            return null;
        }

        if (node is { Kind: NodeKind.Integer, AsInteger: var value } && value >= 1 && value <= RegionBoundaries.LargestCMin)
        {
            return value;
        }

        fields.Refuse(OverrideInvalid, "c_min_override", $"a whole number from 1 to {RegionBoundaries.LargestCMin.ToString(CultureInfo.InvariantCulture)}", node.ToString());
        return null;
    }

    private static string? ShortenedName(FieldReader fields)
    {
        const string Field = "shortened_system_name";
        if (fields.Text(Field, Presence.Required) is not { } name)
        {
            return null;
        }

        if (PythonText.IsBlank(name))
        {
            fields.Refuse(ShortenedNameEmpty, Field, "a short name of the system", fields.Raw(Field)?.ToString());
        }
        else if (CodePoints(name) is var length and > LongestShortenedName)
        {
            fields.Refuse(ShortenedNameTooLong, Field, string.Create(CultureInfo.InvariantCulture, $"at most {LongestShortenedName} characters"), string.Create(CultureInfo.InvariantCulture, $"{length} characters"));
        }

        return name;
    }

    private static int CodePoints(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }

    // Either an object or a text. What is neither has the faults of both.
    private static void ConfigSummary(FieldReader fields, List<FieldProblem> problems)
    {
        const string Field = "config_summary";
        var asText = Probe(fields, probe => probe.Text(Field, Presence.Nullable, ShortestConfigSummary));
        if (asText.Count == 0)
        {
            return;
        }

        var before = problems.Count;
        if (fields.Object(Field, Presence.Nullable) is { } summary)
        {
            summary.Boolean("disaggregated", Presence.Nullable);
            Integers(summary, "expert_parallel", "tensor_parallel", "pipeline_parallel", "data_parallel", "batch");
        }

        if (problems.Count > before)
        {
            problems.AddRange(asText);
        }
    }

    // A text, a number, or numbers by data set and score. What is none of them has the faults of all.
    private static void MeasuredAccuracy(FieldReader fields, List<FieldProblem> problems)
    {
        const string Field = "measured_accuracy_score";
        var asText = Probe(fields, probe => probe.Text(Field, Presence.Nullable));
        var asNumber = asText.Count == 0 ? [] : Probe(fields, probe => probe.Number(Field, Presence.Nullable));
        if (asNumber.Count == 0 || fields.Raw(Field) is not { } node)
        {
            return;
        }

        var asMapping = new List<FieldProblem>();
        foreach (var member in node.Members)
        {
            var name = member.Name ?? "";
            if (FieldReader.Open(member.Value, $"{Field}.{name}", $"/{Field}/{PointerPart(name)}", asMapping) is { } scored)
            {
                Scores(scored, asMapping);
            }
        }

        if (node.Kind is not NodeKind.Map)
        {
            asMapping.Add(new FieldProblem("dict_type", Field, $"/{Field}", node.Location, "a mapping from data sets to scores", node.ToString()));
        }

        if (asMapping.Count > 0)
        {
            problems.AddRange(asText);
            problems.AddRange(asNumber);
            problems.AddRange(asMapping);
        }
    }

    // The faults that a field would have if it were declared so.
    private static List<FieldProblem> Probe(FieldReader fields, Action<FieldReader> read)
    {
        var faults = new List<FieldProblem>();
        if (FieldReader.Open(fields.Node, fields.Field, fields.Pointer, faults) is { } probe)
        {
            read(probe);
        }

        return faults;
    }

    private static void Scores(FieldReader scored, List<FieldProblem> problems)
    {
        if (scored.AnyMap("scores", Presence.Required) is not { } scores)
        {
            return;
        }

        foreach (var member in scores.Members)
        {
            if (member.Value.RawNumber is null)
            {
                var name = member.Name ?? "";
                problems.Add(new FieldProblem(
                    "float_type", $"{scored.Field}.scores.{name}", $"{scored.Pointer}/scores/{PointerPart(name)}", member.Value.Location, "a number, not in quotes", member.Value.ToString()));
            }
        }
    }

    private static void Average(FieldReader fields, string name)
    {
        // A text is first read in a way of its own; what that cannot read is refused like any other text that is no number.
        if (fields.Raw(name) is not { Kind: NodeKind.Text, AsText: { } text } || !PythonText.TryParseNumber(text, out _))
        {
            fields.Number(name, Presence.Nullable);
        }
    }

    private static void Texts(FieldReader fields, params string[] names)
    {
        foreach (var name in names)
        {
            fields.Text(name, Presence.Nullable);
        }
    }

    private static void Integers(FieldReader fields, params string[] names)
    {
        foreach (var name in names)
        {
            fields.Integer(name, Presence.Nullable);
        }
    }

    private static string? NotBlank(string? text) => text is null || PythonText.IsBlank(text) ? null : text;

    private static string PointerPart(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
