using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>A value of a JSON or YAML file with its place: what both become before typed fields are read from them.</summary>
/// <remarks>Immutable once its document is read. YAML aliases share nodes and may make the tree cyclic: bound every walk.</remarks>
public sealed class Node
{
    // Of a number or a boolean the spelling, if it is kept. A file can have a million nodes: each field counts.
    private readonly object? _value;
    private readonly long _bits;
    private readonly byte _kind;

    private Node(NodeKind kind, SourceLocation location, long bits, object? value)
    {
        _kind = (byte)kind;
        Location = location;
        _bits = bits;
        _value = value;
    }

    /// <summary>What it is.</summary>
    public NodeKind Kind => (NodeKind)_kind;

    /// <summary>Where it begins.</summary>
    public SourceLocation Location { get; }

    /// <summary>The scalar as it stood in the file (<c>0256</c> for 174), where that differs from <see cref="ToString"/>; else null.</summary>
    public string? Spelling => Kind is NodeKind.Boolean or NodeKind.Integer or NodeKind.Number ? (_value as string) ?? (_value as SpeltInteger)?.Spelling : null;

    /// <summary>The boolean. Only for <see cref="NodeKind.Boolean"/>.</summary>
    public bool AsBoolean => _bits != 0;

    /// <summary>The integer. Only for <see cref="NodeKind.Integer"/>.</summary>
    public BigInteger AsInteger => _value is SpeltInteger large ? large.Value : _bits;

    /// <summary>The double. Only for <see cref="NodeKind.Number"/>.</summary>
    public double AsNumber => BitConverter.Int64BitsToDouble(_bits);

    /// <summary>The text of <see cref="NodeKind.Text"/> and <see cref="NodeKind.Date"/>; the decoded text of <see cref="NodeKind.Binary"/> if it is UTF-8, else null.</summary>
    public string? AsText => Kind is NodeKind.Text or NodeKind.Date or NodeKind.Binary ? _value as string : null;

    /// <summary>Length in bytes of an <see cref="NodeKind.Opaque"/> value.</summary>
    public long LengthBytes => _bits;

    /// <summary>Elements of a list or a set; empty for anything else.</summary>
    public IReadOnlyList<Node> Items => _value as IReadOnlyList<Node> ?? [];

    /// <summary>Members of a mapping in file order, duplicates resolved (the last value at the first key's place); empty for anything else.</summary>
    public IReadOnlyList<Member> Members => _value as IReadOnlyList<Member> ?? [];

    /// <summary>The same without a copy and without a call for each.</summary>
    internal ReadOnlySpan<Member> MemberSpan => _value switch
    {
        Member[] array => array,
        List<Member> list => CollectionsMarshal.AsSpan(list),
        _ => default,
    };

    /// <summary>The value of the member with this text key, or null.</summary>
    public Node? this[string name]
    {
        get
        {
            // Mappings of submissions have a few dozen members; a large one is still only walked once per declared field.
            foreach (var member in MemberSpan)
            {
                if (string.Equals(member.Name, name, StringComparison.Ordinal))
                {
                    return member.Value;
                }
            }

            return null;
        }
    }

    /// <summary>Whether it is null.</summary>
    public bool IsNull => Kind is NodeKind.Null;

    /// <summary>Makes a null.</summary>
    public static Node Null(SourceLocation at) => new(NodeKind.Null, at, 0, null);

    /// <summary>Makes a boolean.</summary>
    public static Node Boolean(SourceLocation at, bool value, string? spelling = null) => new(NodeKind.Boolean, at, value ? 1 : 0, spelling);

    /// <summary>Makes an integer that fits 64 bits.</summary>
    public static Node Integer(SourceLocation at, long value, string? spelling = null) => new(NodeKind.Integer, at, value, spelling);

    /// <summary>Makes an integer of any size.</summary>
    public static Node Integer(SourceLocation at, BigInteger value, string? spelling = null)
        => value >= long.MinValue && value <= long.MaxValue ? Integer(at, (long)value, spelling) : new(NodeKind.Integer, at, 0, new SpeltInteger(value, spelling));

    /// <summary>Makes a double.</summary>
    public static Node Number(SourceLocation at, double value, string? spelling = null)
        => new(NodeKind.Number, at, BitConverter.DoubleToInt64Bits(value), spelling);

    /// <summary>Makes a text.</summary>
    public static Node Text(SourceLocation at, string value) => new(NodeKind.Text, at, 0, value);

    /// <summary>Makes a YAML date or time stamp.</summary>
    public static Node Date(SourceLocation at, string spelling) => new(NodeKind.Date, at, 0, spelling);

    /// <summary>Makes YAML binary data; <paramref name="text"/> is null where the bytes are no UTF-8.</summary>
    public static Node Binary(SourceLocation at, string? text) => new(NodeKind.Binary, at, 0, text);

    /// <summary>Makes a list. The list may be filled until the document is read (cyclic aliases).</summary>
    public static Node List(SourceLocation at, IReadOnlyList<Node> items) => new(NodeKind.List, at, 0, items);

    /// <summary>Makes a set.</summary>
    public static Node Set(SourceLocation at, IReadOnlyList<Node> items) => new(NodeKind.Set, at, 0, items);

    /// <summary>Makes a mapping. The list may be filled until the document is read (cyclic aliases).</summary>
    public static Node Map(SourceLocation at, IReadOnlyList<Member> members) => new(NodeKind.Map, at, 0, members is Member[] or List<Member> ? members : (Member[])[.. members]);

    /// <summary>Makes a value that was passed over.</summary>
    public static Node Opaque(SourceLocation at, long lengthBytes) => new(NodeKind.Opaque, at, lengthBytes, null);

    /// <summary>Short text for messages: scalars as they stood, containers by kind and size; at most about 60 characters.</summary>
    public override string ToString() => Kind switch
    {
        NodeKind.Null => "null",
        NodeKind.Boolean => AsBoolean ? "true" : "false",
        NodeKind.Integer => Shorten(Spelling ?? AsInteger.ToString(CultureInfo.InvariantCulture)),
        NodeKind.Number => Shorten(Spelling ?? AsNumber.ToString("R", CultureInfo.InvariantCulture)),
        NodeKind.Text => $"\"{Shorten(AsText ?? "")}\"",
        NodeKind.Date => Shorten(AsText ?? ""),
        NodeKind.Binary => "binary data",
        NodeKind.List => string.Create(CultureInfo.InvariantCulture, $"a list of {Items.Count}"),
        NodeKind.Set => string.Create(CultureInfo.InvariantCulture, $"a set of {Items.Count}"),
        NodeKind.Map => string.Create(CultureInfo.InvariantCulture, $"a mapping of {Members.Count}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"a value of {LengthBytes} bytes"),
    };

    private static string Shorten(string text)
        => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[56]) ? 56 : 57), "…");

    /// <summary>An integer beyond 64 bits.</summary>
    private sealed record SpeltInteger(BigInteger Value, string? Spelling);
}
