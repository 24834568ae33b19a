using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V0_7;

/// <summary>Reads <c>systems/&lt;id&gt;.json</c> of the readme dialect: flat hardware fields, exact spellings.</summary>
internal static class ReadmeDescriptionReader
{
    /// <summary>The key of a description that gives neither core count nor vCPU count.</summary>
    public const string CoreCountMissing = "core-count-missing";

    private static readonly string[] Divisions = ["Standardized", "Serviced", "RDI"];
    private static readonly string[] Statuses = ["Available", "Preview", "RDI"];
    private static readonly string[] SystemTypes = ["datacenter", "edge"];

    // Asked for, so that a wrong type is noted; no rule reads them.
    private static readonly string[] RequiredTextsBeforeNodes = ["endpoint_url", "serving_framework", "submitter", "system_name"];
    private static readonly string[] RequiredTextsAfterNodes =
    [
        "host_memory_capacity", "host_storage_type", "host_storage_capacity", "host_networking", "host_networking_topology",
    ];

    private static readonly string[] RequiredAcceleratorTexts = ["accelerator_model_name", "accelerator_memory_capacity", "operating_system"];

    private static readonly string[] OptionalTexts =
    [
        "host_processor_frequency", "host_processor_caches", "host_processor_interconnect", "accelerator_frequency", "accelerator_on_chip_memories",
        "accelerator_host_interconnect", "accelerator_memory_configuration", "accelerator_interconnect", "accelerator_interconnect_topology",
        "host_memory_configuration", "host_network_card_count", "cooling", "other_software_stack", "hw_notes", "sw_notes",
    ];

    public static FileReading<SystemDescription> Read(Document document)
    {
        if (document.Root is null)
        {
            return new(document, [], null);
        }

        var problems = new List<FieldProblem>();
        var description = FieldReader.Open(document, problems) is { } fields ? Description(fields, problems) : null;
        return new(document, problems, problems.Count == 0 ? description : null);
    }

    private static SystemDescription Description(FieldReader fields, List<FieldProblem> problems)
    {
        var division = fields.OneOf("division", Presence.Required, Divisions);
        fields.OneOf("publication_status", Presence.Required, Statuses);
        var model = fields.Text("benchmark_model", Presence.Required);
        var maxConcurrency = fields.Integer("max_supported_concurrency", Presence.Required, greaterThan: RegionBoundaries.LargestCMin);
        AskForTexts(fields, RequiredTextsBeforeNodes, Presence.Required);
        fields.OneOf("system_type", Presence.Required, SystemTypes);
        fields.Text("system_type_detail", Presence.Required);
        fields.Integer("number_of_nodes", Presence.Required, greaterThan: 0);
        fields.Integer("host_processors_per_node", Presence.Required, greaterThan: 0);
        fields.Text("host_processor_model_name", Presence.Required);
        var coreCount = fields.Integer("host_processor_core_count", Presence.Nullable);
        var vcpuCount = fields.Integer("host_processor_vcpu_count", Presence.Nullable);
        AskForTexts(fields, RequiredTextsAfterNodes, Presence.Required);
        fields.Integer("accelerators_per_node", Presence.Required, atLeast: 0);
        AskForTexts(fields, RequiredAcceleratorTexts, Presence.Required);
        AskForTexts(fields, OptionalTexts, Presence.Optional);

        if (problems.Count == 0 && coreCount is null && vcpuCount is null)
        {
            fields.Refuse(CoreCountMissing, null, "host_processor_core_count or host_processor_vcpu_count", "neither of them");
        }

        return new SystemDescription
        {
            Division = division?.ToLowerInvariant() ?? "",
            MaxSupportedConcurrency = maxConcurrency ?? 0,
            BenchmarkModel = model,
        };
    }

    private static void AskForTexts(FieldReader fields, string[] names, Presence presence)
    {
        foreach (var name in names)
        {
            fields.Text(name, presence);
        }
    }
}
