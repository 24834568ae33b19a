using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Reads typed fields of one object, with the coercions of the rule books, and notes every problem with its place.</summary>
/// <remarks>Ask for the fields in the order of the book: problems are noted in the order of asking. Every method answers null where the field
/// is absent, null or refused; <see cref="HasProblems"/> tells whether this object or anything read below it was refused anything.</remarks>
/// <example><code>
/// var problems = new List&lt;FieldProblem&gt;();
/// if (FieldReader.Open(document, problems) is { } fields)
/// {
///     var concurrency = fields.Integer("concurrency", Presence.Required);
///     var dataset = fields.Text("dataset", Presence.Optional) ?? "";
///     fields.RefuseNonTextKeys();
/// }
/// </code></example>
public sealed partial class FieldReader
{
    private readonly List<FieldProblem> _problems;
    private readonly FieldReader? _parent;

    // Which members were asked for: one bit each for the first 64, a set for those of larger mappings.
    private ulong _asked;
    private HashSet<int>? _askedBeyond;

    // Fields are mostly asked for in the order in which files have them: the search goes on where the last one ended.
    private int _cursor;

    private FieldReader(Node node, string field, string pointer, List<FieldProblem> problems, FieldReader? parent)
    {
        Node = node;
        Field = field;
        Pointer = pointer;
        _problems = problems;
        _parent = parent;
    }

    /// <summary>The object's node.</summary>
    public Node Node { get; }

    /// <summary>Dotted path of the object, <c>""</c> for the document.</summary>
    public string Field { get; }

    /// <summary>JSON pointer of the object, <c>""</c> for the document.</summary>
    public string Pointer { get; }

    /// <summary>Whether anything of this object was refused so far.</summary>
    public bool HasProblems { get; private set; }

    /// <summary>Opens the top level of a document as an object; <c>model_type</c> is noted and null answered where it is none.</summary>
    /// <param name="document">A document with a node tree.</param>
    /// <param name="problems">Takes the problems.</param>
    public static FieldReader? Open(Document document, List<FieldProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Open(document.Root ?? throw new ArgumentException("The document could not be read.", nameof(document)), "", "", problems);
    }

    /// <summary>Opens any node as an object, as if it were the field <paramref name="field"/>.</summary>
    public static FieldReader? Open(Node node, string field, string pointer, List<FieldProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(problems);
        if (node.Kind is NodeKind.Map)
        {
            return new FieldReader(node, field, pointer, problems, parent: null);
        }

        problems.Add(new FieldProblem(FieldKeys.ModelType, field, pointer, node.Location, Expectations.Mapping, node.ToString()));
        return null;
    }

    /// <summary>The raw value of a member, untouched; null where it is absent.</summary>
    public Node? Raw(string name) => Find(name);

    /// <summary>An integer of any size, within bounds if given.</summary>
    public BigInteger? Integer(string name, Presence presence, BigInteger? atLeast = null, BigInteger? greaterThan = null, BigInteger? atMost = null)
        => TryTake(name, presence, Expectations.Integer, out var node) ? ToInteger(new Spot(name, presence), node, atLeast, greaterThan, atMost) : null;

    /// <summary>A double, within bounds if given; NaN fails the first bound there is.</summary>
    public double? Number(string name, Presence presence, double? atLeast = null, double? greaterThan = null, double? atMost = null)
        => TryTake(name, presence, Expectations.Number, out var node) ? ToNumber(new Spot(name, presence), node, atLeast, greaterThan, atMost) : null;

    /// <summary>A boolean.</summary>
    public bool? Boolean(string name, Presence presence)
        => TryTake(name, presence, Expectations.Boolean, out var node) ? ToBoolean(new Spot(name, presence), node) : null;

    /// <summary>A text of at least <paramref name="minLength"/> code points.</summary>
    public string? Text(string name, Presence presence, int minLength = 0)
        => TryTake(name, presence, Expectations.Text, out var node) ? ToText(new Spot(name, presence), node, minLength) : null;

    /// <summary>One of a list of texts, exactly; <paramref name="key"/> is the fault's key (<c>enum</c> or <c>literal_error</c>).</summary>
    public string? OneOf(string name, Presence presence, IReadOnlyList<string> values, string key = "literal_error")
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!TryTake(name, presence, Expectations.Text, out var node))
        {
            return null;
        }

        if (node.Kind is NodeKind.Text)
        {
            foreach (var value in values)
            {
                if (string.Equals(value, node.AsText, StringComparison.Ordinal))
                {
                    return value;
                }
            }
        }

        Note(key, new Spot(name, presence), node, $"one of {string.Join(", ", values)}");
        return null;
    }

    /// <summary>An object.</summary>
    public FieldReader? Object(string name, Presence presence)
        => TryTake(name, presence, Expectations.Mapping, out var node) ? ToObject(new Spot(name, presence), node) : null;

    /// <summary>A list of objects; elements that are none are noted. Null where the list itself is absent, null or refused.</summary>
    /// <remarks>Faults of the elements' own fields are noted when they are read, after all of these: <see cref="Objects{T}"/> keeps every fault in its place.</remarks>
    public IReadOnlyList<FieldReader>? Objects(string name, Presence presence, int minCount = 0) => Objects(name, presence, static fields => fields, minCount);

    /// <summary>A list of texts (or a YAML set).</summary>
    public IReadOnlyList<string>? Texts(string name, Presence presence)
    {
        var spot = new Spot(name, presence);
        if (!TryTake(name, presence, Expectations.List, out var node) || !IsList(spot, node, minCount: 0))
        {
            return null;
        }

        var texts = new List<string>(node.Items.Count);
        for (var i = 0; i < node.Items.Count; i++)
        {
            if (ToText(spot.At(i), node.Items[i], minLength: 0) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>A mapping from text to double, in file order.</summary>
    public IReadOnlyList<NamedNumber>? NumberMap(string name, Presence presence)
        => Numbers(name, presence, isStrict: false);

    /// <summary>A mapping from text to text, in file order.</summary>
    public IReadOnlyList<NamedText>? TextMap(string name, Presence presence)
    {
        var spot = new Spot(name, presence);
        if (!TryTake(name, presence, Expectations.Mapping, out var node) || !IsMapping(spot, node))
        {
            return null;
        }

        var texts = new List<NamedText>(node.Members.Count);
        foreach (var member in node.Members)
        {
            if (ToText(spot.At(KeyText(member.Key) ?? ""), member.Value, minLength: 0) is { } text && KeyText(member.Key) is { } key)
            {
                texts.Add(new(key, text));
            }
        }

        return texts;
    }

    /// <summary>A mapping from text to anything (<c>dict_type</c>; a key that is no text <c>string_type</c>).</summary>
    public Node? AnyMap(string name, Presence presence)
        => TryTake(name, presence, Expectations.Mapping, out var node) && IsMapping(new Spot(name, presence), node) ? node : null;

    /// <summary>Notes a problem of the file's own model at a member, or at this object where <paramref name="name"/> is null.</summary>
    public void Refuse(string key, string? name, string expected, string? found = null)
    {
        var value = name is null ? null : Find(name);
        var pointer = value is null ? Pointer : JoinPointer(Pointer, name!);
        Add(new FieldProblem(key, name is null ? Field : JoinField(Field, name), pointer, (value ?? Node).Location, expected, found ?? (value is null ? null : Describe(value))));
    }

    /// <summary>Notes <c>unworded-error</c> for each key that is no text (YAML only). Called last.</summary>
    public void RefuseNonTextKeys()
    {
        foreach (var member in Node.Members)
        {
            if (member.Name is null)
            {
                NoteKey(FieldKeys.Unworded, "", member.Key, "a key that is text; put it in quotes");
            }
        }
    }

    /// <summary>Notes <c>extra_forbidden</c> for each member that was never asked for. Called last.</summary>
    public void RefuseUnknown()
    {
        var members = Node.Members;
        for (var i = 0; i < members.Count; i++)
        {
            var wasAsked = i < 64 ? (_asked & (1UL << i)) != 0 : _askedBeyond is not null && _askedBeyond.Contains(i);
            if (!wasAsked && members[i] is { Name: { } name } member)
            {
                Add(new FieldProblem(FieldKeys.ExtraForbidden, JoinField(Field, name), JoinPointer(Pointer, name), member.KeyLocation, "no such field here", $"\"{name}\""));
            }
        }
    }

    private static string JoinField(string field, string name) => field.Length == 0 ? name : string.Concat(field, ".", name);

    private static string JoinPointer(string pointer, string name)
        => string.Concat(pointer, "/", name.AsSpan().ContainsAny('~', '/') ? name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal) : name);

    // A number that was spelt otherwise (0400 for 256) is shown both ways: that is often the whole fault.
    private static string Describe(Node node)
        => node is { Kind: NodeKind.Integer, Spelling: { } spelling } && node.AsInteger.GetBitLength() < 128
            ? string.Create(CultureInfo.InvariantCulture, $"{node.AsInteger} (written {spelling})")
            : node.ToString();

    private Node? Find(string name)
    {
        var members = Node.MemberSpan;
        var count = members.Length;
        for (var step = 0; step < count; step++)
        {
            var i = _cursor + step;
            i = i < count ? i : i - count;
            var member = members[i];
            if (string.Equals(member.Name, name, StringComparison.Ordinal))
            {
                if (i < 64)
                {
                    _asked |= 1UL << i;
                }
                else
                {
                    (_askedBeyond ??= []).Add(i);
                }

                _cursor = i + 1 < count ? i + 1 : 0;
                return member.Value;
            }
        }

        return null;
    }

    // True where there is a value to convert. A null that may be null is as good as absent; any other null goes to the conversion, which refuses it.
    private bool TryTake(string name, Presence presence, string expected, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Node? node)
    {
        node = Find(name);
        if (node is not null)
        {
            return !(node.IsNull && presence is Presence.Nullable);
        }

        if (presence is Presence.Required)
        {
            Add(new FieldProblem(FieldKeys.Missing, JoinField(Field, name), Pointer, Node.Location, expected, Found: null));
        }

        return false;
    }

    private void Note(string key, in Spot spot, Node node, string expected)
        => Add(new FieldProblem(key, FieldOf(spot), PointerOf(spot), node.Location, spot.MayBeNull ? expected + " or null" : expected, Describe(node)));

    private void NoteKey(string key, string mapping, Node node, string expected)
    {
        var name = node.Kind is NodeKind.Text or NodeKind.Binary ? node.AsText ?? "" : (node.Spelling ?? node.ToString());
        var (field, pointer) = mapping.Length == 0 ? (Field, Pointer) : (JoinField(Field, mapping), JoinPointer(Pointer, mapping));
        Add(new FieldProblem(key, JoinField(field, name), JoinPointer(pointer, name), node.Location, expected, Describe(node)));
    }

    private void Add(FieldProblem problem)
    {
        _problems.Note(problem);
        for (var reader = this; reader is { HasProblems: false }; reader = reader._parent)
        {
            reader.HasProblems = true;
        }
    }

    private string FieldOf(in Spot spot)
    {
        var field = JoinField(Field, spot.Name);
        field = spot.Index < 0 ? field : JoinField(field, spot.Index.ToString(CultureInfo.InvariantCulture));
        return spot.Key is null ? field : JoinField(field, spot.Key);
    }

    private string PointerOf(in Spot spot)
    {
        var pointer = JoinPointer(Pointer, spot.Name);
        pointer = spot.Index < 0 ? pointer : JoinPointer(pointer, spot.Index.ToString(CultureInfo.InvariantCulture));
        return spot.Key is null ? pointer : JoinPointer(pointer, spot.Key);
    }

    /// <summary>Where a value stands below this object: a member, an element of a member's list, or a value of a member's mapping. Made into text only where there is a fault.</summary>
    private readonly record struct Spot(string Name, int Index, string? Key, bool MayBeNull)
    {
        public Spot(string name, Presence presence)
            : this(name, -1, null, presence is Presence.Nullable)
        {
        }

        public Spot At(int index) => new(Name, index, null, false);

        public Spot At(string key) => new(Name, -1, key, false);
    }
}
