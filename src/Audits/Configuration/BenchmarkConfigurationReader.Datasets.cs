using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <content>The list <c>datasets</c>.</content>
public sealed partial class BenchmarkConfigurationReader
{
    private static readonly string[] DatasetTypes = ["performance", "accuracy"];

    private static ImmutableArray<DatasetConfiguration>? ReadDatasets(FieldReader fields, SectionReader top, List<FieldProblem> problems)
    {
        if (fields.Raw("datasets") is not { } node)
        {
            top.Add("datasets", new List<object?>());
            return [];
        }

        if (node.Kind is not NodeKind.List)
        {
            fields.Refuse(FieldKeys.ListType, "datasets", "a list");
            return null;
        }

        var before = problems.Count;
        var datasets = new List<DatasetConfiguration>();
        var trees = new List<object?>();
        for (var index = 0; index < node.Items.Count; index++)
        {
            var item = node.Items[index];
            if (item.Kind is NodeKind.Text && FromText(item) is not { })
            {
                fields.Refuse(ConfigurationProblemKinds.ValueErrorKey, "datasets", "texts of the form [perf:|acc:]path[,key=value…]", item.ToString());
                return null;
            }

            item = item.Kind is NodeKind.Text ? FromText(item)! : item;
            if (FieldReader.Open(item, $"datasets.{index}", $"/datasets/{index}", problems) is { } entry)
            {
                datasets.Add(ReadDataset(entry, trees));
            }
        }

        if (problems.Count > before)
        {
            return null;
        }

        if (datasets.DistinctBy(dataset => (dataset.Name, dataset.IsPerformance)).Count() != datasets.Count)
        {
            top.Refuse("datasets", "no two datasets of the same name and type");
        }

        top.Add("datasets", trees);
        return [.. datasets];
    }

    private static DatasetConfiguration ReadDataset(FieldReader entry, List<object?> trees)
    {
        var section = SectionReader.Of(entry);
        var name = section.Text("name", "");
        var type = section.OneOf("type", "performance", DatasetTypes);
        var path = section.Text("path", presence: Presence.Nullable) ?? "";
        var format = section.Text("format", presence: Presence.Nullable);
        var samples = section.Integer("samples", null, Presence.Nullable, greaterThan: 0);
        section.Pass("eval_method");
        var parser = entry.TextMap("parser", Presence.Nullable);
        section.Add("parser", parser?.Select(pair => Detail.Of(pair.Name, pair.Value)).ToImmutableArray());
        section.Pass("generate_params", "accuracy_config", "agentic_inference", "generation_config_override");
        section.Close();
        name = string.IsNullOrEmpty(name) ? Path.GetFileNameWithoutExtension(path) : name;
        trees.Add(new ConfigTree(section.Members).With(name, "name").Members);
        return new DatasetConfiguration(name, type == "performance", path) { Format = format, Samples = samples, Parser = [.. parser?.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)) ?? []] };
    }

    private static Node? FromText(Node item)
    {
        var parts = item.AsText!.Split(',');
        var (path, type) = (parts[0], "performance");
        if (path.StartsWith("perf:", StringComparison.Ordinal))
        {
            path = path[5..];
        }
        else if (path.StartsWith("acc:", StringComparison.Ordinal))
        {
            (path, type) = (path[4..], "accuracy");
        }

        var tree = new ConfigTree([]).With(path, "path").With(type, "type");
        foreach (var option in parts.AsSpan(1))
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
            {
                return null;
            }

            tree = tree.With(option[(equals + 1)..], option[..equals].Split('.'));
        }

        return ToNode(tree.Members, item.Location);
    }

    private static Node ToNode(ImmutableArray<Detail> members, SourceLocation at)
        => Node.Map(at, members.Select(member => new Member(
            Node.Text(at, member.Name),
            member.Value is ImmutableArray<Detail> inner ? ToNode(inner, at) : Node.Text(at, (string)member.Value!))).ToArray());
}
