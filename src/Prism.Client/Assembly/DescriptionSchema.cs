using K = MlPerf.Endpoints.Prism.Client.Assembly.DescriptionFieldKind;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>Declared members of <c>system_desc.json</c> in the order in which they are written (submission-cli 7.5 and 8.1).</summary>
/// <param name="Members">The description's own members.</param>
/// <param name="NodeMembers">Members of a node type.</param>
/// <param name="LiftsAccelerators">Whether flat accelerator members of a node become an entry of its list.</param>
internal sealed record DescriptionSchema(IReadOnlyList<(string Name, K Kind)> Members, IReadOnlyList<(string Name, K Kind)> NodeMembers, bool LiftsAccelerators)
{
    public static IReadOnlyList<(string Name, K Kind)> AcceleratorMembers { get; } =
    [
        ("accelerator_model_name", K.Text), ("accelerators_per_node", K.Integer), ("accelerator_memory_capacity", K.Text),
        ("accelerator_memory_type", K.Text), ("accelerator_interconnect", K.Text), ("accelerator_host_interconnect", K.Text),
    ];

    public static IReadOnlyList<(string Name, K Kind)> ConfigSummaryMembers { get; } =
    [
        ("disaggregated", K.Boolean), ("expert_parallel", K.Integer), ("tensor_parallel", K.Integer),
        ("pipeline_parallel", K.Integer), ("data_parallel", K.Integer), ("batch", K.Integer),
    ];

    private static readonly (string, K)[] Submitter =
    [
        ("submitter_contact", K.Text), ("submission_id", K.Text), ("submission_date", K.Text), ("publish_date", K.Text),
    ];

    private static readonly (string, K)[] Host =
    [
        ("system_node_ensemble_id", K.PythonInteger), ("number_of_nodes", K.Integer), ("host_processor_model_name", K.Text),
        ("host_processors_per_node", K.Integer), ("host_processor_core_count", K.Integer), ("host_processor_vcpu_count", K.Integer), ("host_memory_capacity", K.Text),
    ];

    private static readonly (string, K)[] Dataset =
    [
        ("dataset_id", K.Text), ("dataset_name", K.Text), ("input_token_average", K.PythonNumber), ("output_token_average", K.PythonNumber),
        ("dataset_type", K.Text), ("dataset_link", K.Text), ("measured_accuracy_score", K.MeasuredAccuracy),
    ];

    public static DescriptionSchema V1_0 { get; } = new(
        [
            ("submitter_org_names", K.Text), .. Submitter, ("system_name", K.RequiredText), ("system_category", K.Text), ("system_availability_status", K.Availability),
            ("availability_url", K.BlankIsNullText), ("target_availability_date", K.BlankIsNullText), ("max_supported_concurrency", K.RequiredInteger), ("c_min_override", K.CMinOverride),
            ("system_size", K.RequiredText), ("system_node_ensemble_count", K.RequiredInteger), ("system_node_ensemble_total", K.RequiredInteger), ("serving_framework", K.Text),
            ("shortened_system_name", K.RequiredText), ("endpoint_url", K.Text), ("node_types", K.Nodes), ("node_config", K.Text), ("config_summary", K.ConfigSummary),
            ("config_summary_notes", K.Text), .. ConfigSummaryMembers, ("link_config", K.Text), ("tps_utilization", K.Number), ("division", K.Division),
            ("model_precision", K.Text), ("link_to_model", K.Text), ("link_to_model_transformation", K.Text), ("model_notes", K.Text), .. Dataset,
        ],
        [
            .. Host, ("host_memory_configuration", K.RequiredText), ("accelerator_info", K.Accelerators), ("host_network_card_count", K.RequiredText), ("host_networking", K.Text),
            ("host_storage_capacity", K.Text), ("host_storage_type", K.Text), ("other_hardware", K.Text), ("hw_notes", K.Text), ("cooling", K.Text), ("inference_backend", K.Text),
            ("driver", K.RequiredText), ("operating_system", K.Text), ("filesystem", K.RequiredText), ("container_link", K.Text), ("other_software_stack", K.Text), ("sw_notes", K.Text),
        ],
        LiftsAccelerators: true);

    public static DescriptionSchema V0_7 { get; } = new(
        [
            ("submitter_org_names", K.RequiredText), .. Submitter, ("system_name", K.RequiredText), ("system_category", K.RequiredText), ("system_availability_status", K.Availability),
            ("max_supported_concurrency", K.RequiredInteger), ("system_size", K.Text), ("system_node_ensemble_count", K.Integer), ("system_node_ensemble_total", K.Integer),
            ("serving_framework", K.Text), ("node_types", K.Nodes), ("division", K.Division), ("model_id", K.Text), ("model_name", K.Text), ("model_precision", K.Text),
            ("link_to_model", K.Text), ("link_to_model_transformation", K.Text), ("model_notes", K.Text), .. Dataset,
        ],
        [
            .. Host, ("host_memory_configuration", K.Text), .. AcceleratorMembers, ("host_network_card_count", K.Text), ("host_networking", K.Text),
            ("host_storage_capacity", K.Text), ("host_storage_type", K.Text), ("other_hardware", K.Text), ("hw_notes", K.Text), ("cooling", K.Text), ("inference_backend", K.Text),
            ("driver", K.Text), ("operating_system", K.Text), ("filesystem", K.Text), ("container_link", K.Text), ("other_software_stack", K.Text), ("sw_notes", K.Text),
        ],
        LiftsAccelerators: false);
}
