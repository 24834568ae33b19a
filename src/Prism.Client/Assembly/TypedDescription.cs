using System.Numerics;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Shared;
using K = MlPerf.Endpoints.Prism.Client.Assembly.DescriptionFieldKind;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>A system description as it is written into submissions: declared members in their order with nulls for what is absent, values converted, then unknown members as they came.</summary>
internal static class TypedDescription
{
    /// <summary>Types a description.</summary>
    /// <param name="description">The description, an object.</param>
    /// <param name="schema">The declared members.</param>
    /// <param name="problems">Takes what could not be converted.</param>
    public static Node From(Node description, DescriptionSchema schema, List<FieldProblem> problems)
        => FieldReader.Open(description, "", "", problems) is { } fields ? Typed(fields, schema.Members, schema, problems) : JsonNodes.Map();

    private static Node Typed(FieldReader fields, IReadOnlyList<(string Name, K Kind)> declared, DescriptionSchema schema, List<FieldProblem> problems)
    {
        var members = new List<(string, Node)>();
        foreach (var (name, kind) in declared)
        {
            if (kind is not K.CMinOverride || fields.Raw(name) is not null)
            {
                members.Add((name, Value(fields, name, kind, schema, problems)));
            }
        }

        var names = declared.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var member in fields.Node.Members)
        {
            if (member.Name is { } name && !names.Contains(name))
            {
                members.Add((name, WithoutNaN(member.Value, 0)));
            }
        }

        return JsonNodes.Map(members);
    }

    private static Node Value(FieldReader fields, string name, K kind, DescriptionSchema schema, List<FieldProblem> problems) => kind switch
    {
        K.Text => JsonNodes.Of(fields.Text(name, Presence.Nullable)),
        K.RequiredText => JsonNodes.Of(fields.Text(name, Presence.Required)),
        K.BlankIsNullText => fields.Text(name, Presence.Nullable) is { } text && !PythonText.IsBlank(text) ? JsonNodes.Of(text) : JsonNodes.Null,
        K.Integer => Integer(fields.Integer(name, Presence.Nullable)),
        K.RequiredInteger or K.CMinOverride => Integer(fields.Integer(name, Presence.Required)),
        K.PythonInteger => Integer(fields.PythonInteger(name, Presence.Nullable)),
        K.Number => Number(fields.Number(name, Presence.Nullable)),
        K.PythonNumber => Number(fields.PythonNumber(name, Presence.Nullable)),
        K.Boolean => fields.Boolean(name, Presence.Nullable) is { } flag ? JsonNodes.Of(flag) : JsonNodes.Null,
        K.Availability => Word(fields, name, ["Available", "Preview", "RDI"]),
        K.Division => Word(fields, name, ["Standardized", "Serviced", "RDI"]),
        K.Nodes => JsonNodes.List((fields.Objects(name, Presence.Required) ?? []).Select(node => NodeType(node, schema, problems)).ToArray()),
        K.Accelerators => Accelerators(fields, name, schema, problems),
        K.ConfigSummary => ConfigSummary(fields, name, schema, problems),
        _ => MeasuredAccuracy(fields.Raw(name), fields, name),
    };

    private static Node NodeType(FieldReader node, DescriptionSchema schema, List<FieldProblem> problems)
    {
        if (!schema.LiftsAccelerators || !node.Raw("accelerator_info").IsFalsy())
        {
            return Typed(node, schema.NodeMembers, schema, problems);
        }

        var flat = DescriptionSchema.AcceleratorMembers.Select(member => (member.Name, Value: node.Raw(member.Name))).Where(member => member.Value is { IsNull: false }).ToArray();
        return flat.Length == 0
            ? Typed(node, schema.NodeMembers, schema, problems)
            : FieldReader.Open(node.Node.With("accelerator_info", JsonNodes.List([JsonNodes.Map(flat.Select(member => (member.Name, member.Value!)))])), node.Field, node.Pointer, problems) is { } lifted
                ? Typed(lifted, schema.NodeMembers, schema, problems)
                : JsonNodes.Map();
    }

    private static Node Accelerators(FieldReader fields, string name, DescriptionSchema schema, List<FieldProblem> problems)
        => JsonNodes.List((fields.Objects(name, Presence.Optional) ?? []).Select(item => Typed(item, DescriptionSchema.AcceleratorMembers, schema, problems)).ToArray());

    private static Node ConfigSummary(FieldReader fields, string name, DescriptionSchema schema, List<FieldProblem> problems)
        => fields.Raw(name) is { Kind: NodeKind.Text } text ? text
            : fields.Object(name, Presence.Nullable) is { } summary ? Typed(summary, DescriptionSchema.ConfigSummaryMembers, schema, problems) : JsonNodes.Null;

    private static Node MeasuredAccuracy(Node? node, FieldReader fields, string name) => node switch
    {
        null or { Kind: NodeKind.Null } or { Kind: NodeKind.Text, AsText: "" } => JsonNodes.Null,
        { Kind: NodeKind.Text } => node,
        { Kind: NodeKind.Map } => Scores(node),
        _ => Number(fields.Number(name, Presence.Nullable)),
    };

    /// <summary>Scores by data set: whole numbers become doubles, everything else stays.</summary>
    private static Node Scores(Node map) => JsonNodes.Map(map.Members.Select(member => (member.Name ?? "",
        member.Value.Find("scores") is { Kind: NodeKind.Map } scores
            ? member.Value.With("scores", JsonNodes.Map(scores.Members.Select(score => (score.Name ?? "", score.Value.RawNumber is { } number ? JsonNodes.Of(number) : score.Value))))
            : member.Value)));

    private static Node Word(FieldReader fields, string name, string[] words)
    {
        var text = fields.Text(name, Presence.Required);
        var trimmed = PythonText.Trim(text ?? "");
        if (words.FirstOrDefault(word => string.Equals(word, trimmed, StringComparison.OrdinalIgnoreCase)) is { } canonical)
        {
            return JsonNodes.Of(canonical);
        }

        if (text is not null)
        {
            fields.Refuse("enum", name, string.Join(", ", words[..^1]) + " or " + words[^1], text);
        }

        return JsonNodes.Null;
    }

    private static Node Integer(BigInteger? value) => value is { } integer ? JsonNodes.Of(integer) : JsonNodes.Null;

    private static Node Number(double? value) => value is { } number && double.IsFinite(number) ? JsonNodes.Of(number) : JsonNodes.Null;

    /// <summary>What is no number becomes null, for typed values are written as strict JSON.</summary>
    private static Node WithoutNaN(Node node, int depth) => node.Kind switch
    {
        NodeKind.Number when !double.IsFinite(node.AsNumber) => JsonNodes.Null,
        NodeKind.List when depth < NodeJson.MaxDepth => JsonNodes.List(node.Items.Select(item => WithoutNaN(item, depth + 1)).ToArray()),
        NodeKind.Map when depth < NodeJson.MaxDepth => JsonNodes.Map(node.Members.Select(member => (member.Name ?? "", WithoutNaN(member.Value, depth + 1))).ToArray()),
        _ => node,
    };
}
