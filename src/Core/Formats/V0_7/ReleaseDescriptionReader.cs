using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Reads <c>systems/&lt;id&gt;.json</c> of the release dialect: a list of node types, spellings without regard to case and blanks.</summary>
internal static class ReleaseDescriptionReader
{
    private const string MeasuredScore = "measured_accuracy_score";

    private static readonly string[] Divisions = ["standardized", "serviced", "rdi"];
    private static readonly string[] Statuses = ["available", "preview", "rdi"];

    private static readonly string[] NodeIntegers =
    [
        "number_of_nodes", "host_processors_per_node", "host_processor_core_count", "host_processor_vcpu_count", "accelerators_per_node",
    ];

    private static readonly string[] NodeTexts =
    [
        "host_processor_model_name", "host_memory_capacity", "host_memory_configuration", "accelerator_model_name", "accelerator_memory_capacity",
        "accelerator_memory_type", "accelerator_interconnect", "accelerator_host_interconnect", "host_network_card_count", "host_networking",
        "host_storage_capacity", "host_storage_type", "other_hardware", "hw_notes", "cooling", "inference_backend", "driver", "operating_system",
        "filesystem", "container_link", "other_software_stack", "sw_notes",
    ];

    public static FileReading<SystemDescription> Read(Document document)
    {
        if (document.Root is null)
        {
            return new(document, [], null);
        }

        var problems = new List<FieldProblem>();
        var description = FieldReader.Open(document, problems) is { } fields ? Description(fields) : null;
        return new(document, problems, problems.Count == 0 ? description : null);
    }

    private static SystemDescription Description(FieldReader fields)
    {
        fields.Text("submitter_org_names", Presence.Required);
        AskForTexts(fields, "submitter_contact", "submission_id", "submission_date", "publish_date");
        fields.Text("system_name", Presence.Required);
        fields.Text("system_category", Presence.Required);
        Word(fields, "system_availability_status", Statuses);
        var maxConcurrency = fields.Integer("max_supported_concurrency", Presence.Required);
        AskForTexts(fields, "system_size");
        fields.Integer("system_node_ensemble_count", Presence.Nullable);
        fields.Integer("system_node_ensemble_total", Presence.Nullable);
        AskForTexts(fields, "serving_framework");
        fields.Objects("node_types", Presence.Required, AskForNode);
        var division = Word(fields, "division", Divisions);
        var modelId = fields.Text("model_id", Presence.Nullable);
        var modelName = fields.Text("model_name", Presence.Nullable);
        AskForTexts(fields, "model_precision", "link_to_model", "link_to_model_transformation", "model_notes", "dataset_id", "dataset_name");
        fields.PythonNumber("input_token_average", Presence.Nullable);
        fields.PythonNumber("output_token_average", Presence.Nullable);
        AskForTexts(fields, "dataset_type", "dataset_link");
        fields.Union<object>(
            MeasuredScore, Presence.Nullable, "text or a number",
            static value => value.Text(MeasuredScore, Presence.Required),
            static value => value.Number(MeasuredScore, Presence.Required));

        return new SystemDescription
        {
            Division = division ?? "",
            MaxSupportedConcurrency = maxConcurrency ?? 0,
            ModelId = modelId,
            ModelName = modelName,
        };
    }

    private static FieldReader AskForNode(FieldReader node)
    {
        node.PythonInteger("system_node_ensemble_id", Presence.Nullable);
        foreach (var name in NodeIntegers)
        {
            node.Integer(name, Presence.Nullable);
        }

        AskForTexts(node, NodeTexts);
        return node;
    }

    // Fields that no rule reads are asked for all the same, so that a wrong type is noted.
    private static void AskForTexts(FieldReader fields, params string[] names)
    {
        foreach (var name in names)
        {
            fields.Text(name, Presence.Nullable);
        }
    }

    private static string? Word(FieldReader fields, string name, string[] words)
    {
        if (fields.Text(name, Presence.Required) is not { } text)
        {
            return null;
        }

        var word = PythonText.Trim(text).ToLowerInvariant();
        if (words.Contains(word, StringComparer.Ordinal))
        {
            return word;
        }

        fields.Refuse(FieldKeys.Enum, name, $"one of {string.Join(", ", words)}");
        return null;
    }
}
