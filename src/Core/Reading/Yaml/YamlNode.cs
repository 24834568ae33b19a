namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <summary>A node of the YAML graph as it was written, aliases being references, before it gets a value.</summary>
internal sealed class YamlNode(YamlNodeKind kind, YamlTag tag, SourceLocation at)
{
    // Shared by all without children, and never added to.
    private static readonly List<YamlNode> NoChildren = [];

    private List<YamlNode>? _children;

    public YamlNodeKind Kind { get; } = kind;

    public YamlTag Tag { get; } = tag;

    public SourceLocation At { get; } = at;

    /// <summary>Of <see cref="YamlTag.Unknown"/>, the tag as written.</summary>
    public string? TagText { get; init; }

    /// <summary>A scalar's text.</summary>
    public string Text { get; init; } = "";

    /// <summary>Elements of a sequence; keys and values in turn of a mapping.</summary>
    public List<YamlNode> Children => _children ?? NoChildren;

    /// <summary>The value, once it was made; set before its children are looked at, so that a node may hold itself.</summary>
    public Node? Value { get; set; }

    /// <summary>Of a mapping with merge keys, its keys and values in turn with those of the merged mappings before them, once they were asked for.</summary>
    public List<YamlNode>? Flattened { get; set; }

    /// <summary>Adds an element, a key or a value.</summary>
    public void Add(YamlNode child) => (_children ??= []).Add(child);
}
