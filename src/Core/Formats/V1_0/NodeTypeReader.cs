using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Reads one entry of <c>node_types</c> in <c>system_desc.json</c>.</summary>
internal static class NodeTypeReader
{
    private const string AcceleratorInfo = "accelerator_info";

    private static readonly string[] AcceleratorFields =
    [
        "accelerator_model_name", "accelerators_per_node", "accelerator_memory_capacity", "accelerator_memory_type", "accelerator_interconnect", "accelerator_host_interconnect",
    ];

    public static void Read(FieldReader node, List<FieldProblem> problems)
    {
        var before = problems.Count;
        ReadEnsembleId(node);
        node.Integer("number_of_nodes", Presence.Nullable);
        node.Text("host_processor_model_name", Presence.Nullable);
        node.Integer("host_processors_per_node", Presence.Nullable);
        node.Integer("host_processor_core_count", Presence.Nullable);
        node.Integer("host_processor_vcpu_count", Presence.Nullable);
        node.Text("host_memory_capacity", Presence.Nullable);
        node.Text("host_memory_configuration", Presence.Required);
        ReadAccelerators(node, problems);
        node.Text("host_network_card_count", Presence.Required);
        node.Text("host_networking", Presence.Nullable);
        node.Text("host_storage_capacity", Presence.Nullable);
        node.Text("host_storage_type", Presence.Nullable);
        node.Text("other_hardware", Presence.Nullable);
        node.Text("hw_notes", Presence.Nullable);
        node.Text("cooling", Presence.Nullable);
        node.Text("inference_backend", Presence.Nullable);
        node.Text("driver", Presence.Required);
        node.Text("operating_system", Presence.Nullable);
        node.Text("filesystem", Presence.Required);
        node.Text("container_link", Presence.Nullable);
        node.Text("other_software_stack", Presence.Nullable);
        node.Text("sw_notes", Presence.Nullable);

        if (problems.Count == before && IsUnstated(node, "host_processor_core_count") && IsUnstated(node, "host_processor_vcpu_count"))
        {
            node.Refuse(SystemDescriptionReader.CoreCountMissing, null, "host_processor_core_count, or host_processor_vcpu_count where cores cannot be told");
        }
    }

    private static void ReadEnsembleId(FieldReader node)
    {
        const string Field = "system_node_ensemble_id";
        if (node.Raw(Field) is not { Kind: NodeKind.Text, AsText: { } text } || !PythonText.TryParseInteger(text, out _))
        {
            node.Integer(Field, Presence.Nullable);
        }
    }

    private static void ReadAccelerators(FieldReader node, List<FieldProblem> problems)
    {
        if (IsFalsy(node.Raw(AcceleratorInfo)) && Flat(node) is { } flat)
        {
            ReadAccelerator(flat);
            return;
        }

        foreach (var accelerator in node.Objects(AcceleratorInfo, Presence.Optional) ?? [])
        {
            ReadAccelerator(accelerator);
        }

        // One kind of accelerator may be described on the node itself.
        FieldReader? Flat(FieldReader fields)
        {
            var members = new List<Member>();
            foreach (var name in AcceleratorFields)
            {
                if (fields.Raw(name) is { IsNull: false } value)
                {
                    members.Add(new Member(Node.Text(value.Location, name), value));
                }
            }

            return members.Count == 0 ? null : FieldReader.Open(Node.Map(fields.Node.Location, members), fields.Field, fields.Pointer, problems);
        }
    }

    private static void ReadAccelerator(FieldReader accelerator)
    {
        accelerator.Text("accelerator_model_name", Presence.Nullable);
        accelerator.Integer("accelerators_per_node", Presence.Nullable);
        accelerator.Text("accelerator_memory_capacity", Presence.Nullable);
        accelerator.Text("accelerator_memory_type", Presence.Nullable);
        accelerator.Text("accelerator_interconnect", Presence.Nullable);
        accelerator.Text("accelerator_host_interconnect", Presence.Nullable);
    }

    private static bool IsFalsy(Node? node) => node is null || node.Kind switch
    {
        NodeKind.Null => true,
        NodeKind.Boolean => !node.AsBoolean,
        NodeKind.Integer => node.AsInteger.IsZero,
        NodeKind.Number => node.AsNumber == 0,
        NodeKind.Text => node.AsText is "",
        NodeKind.List => node.Items.Count == 0,
        NodeKind.Map => node.Members.Count == 0,
        _ => false,
    };

    private static bool IsUnstated(FieldReader node, string name) => node.Raw(name) is null or { IsNull: true };
}
