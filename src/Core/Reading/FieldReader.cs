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
    /// <summary>The object's node.</summary>
    public Node Node { get; } = null!;

    /// <summary>Dotted path of the object, <c>""</c> for the document.</summary>
    public string Field { get; } = null!;

    /// <summary>JSON pointer of the object, <c>""</c> for the document.</summary>
    public string Pointer { get; } = null!;

    /// <summary>Whether anything of this object was refused so far.</summary>
    public bool HasProblems => throw new NotSupportedException();

    /// <summary>Opens the top level of a document as an object; <c>model_type</c> is noted and null answered where it is none.</summary>
    /// <param name="document">A document with a node tree.</param>
    /// <param name="problems">Takes the problems.</param>
    public static FieldReader? Open(Document document, List<FieldProblem> problems) => throw new NotSupportedException();

    /// <summary>Opens any node as an object, as if it were the field <paramref name="field"/>.</summary>
    public static FieldReader? Open(Node node, string field, string pointer, List<FieldProblem> problems) => throw new NotSupportedException();

    /// <summary>The raw value of a member, untouched; null where it is absent.</summary>
    public Node? Raw(string name) => throw new NotSupportedException();

    /// <summary>An integer of any size, within bounds if given.</summary>
    public BigInteger? Integer(string name, Presence presence, BigInteger? atLeast = null, BigInteger? greaterThan = null, BigInteger? atMost = null) => throw new NotSupportedException();

    /// <summary>A double, within bounds if given; NaN fails the first bound there is.</summary>
    public double? Number(string name, Presence presence, double? atLeast = null, double? greaterThan = null, double? atMost = null) => throw new NotSupportedException();

    /// <summary>A boolean.</summary>
    public bool? Boolean(string name, Presence presence) => throw new NotSupportedException();

    /// <summary>A text of at least <paramref name="minLength"/> code points.</summary>
    public string? Text(string name, Presence presence, int minLength = 0) => throw new NotSupportedException();

    /// <summary>One of a list of texts, exactly; <paramref name="key"/> is the fault's key (<c>enum</c> or <c>literal_error</c>).</summary>
    public string? OneOf(string name, Presence presence, IReadOnlyList<string> values, string key = "literal_error") => throw new NotSupportedException();

    /// <summary>An object.</summary>
    public FieldReader? Object(string name, Presence presence) => throw new NotSupportedException();

    /// <summary>A list of objects; elements that are none are noted. Null where the list itself is absent, null or refused.</summary>
    public IReadOnlyList<FieldReader>? Objects(string name, Presence presence, int minCount = 0) => throw new NotSupportedException();

    /// <summary>A list of texts (or a YAML set).</summary>
    public IReadOnlyList<string>? Texts(string name, Presence presence) => throw new NotSupportedException();

    /// <summary>A mapping from text to double, in file order.</summary>
    public IReadOnlyList<KeyValuePair<string, double>>? NumberMap(string name, Presence presence) => throw new NotSupportedException();

    /// <summary>A mapping from text to text, in file order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>>? TextMap(string name, Presence presence) => throw new NotSupportedException();

    /// <summary>A mapping from text to anything (<c>dict_type</c>; a key that is no text <c>string_type</c>).</summary>
    public Node? AnyMap(string name, Presence presence) => throw new NotSupportedException();

    /// <summary>Notes a problem of the file's own model at a member, or at this object where <paramref name="name"/> is null.</summary>
    public void Refuse(string key, string? name, string expected, string? found = null) => throw new NotSupportedException();

    /// <summary>Notes <c>unworded-error</c> for each key that is no text (YAML only). Called last.</summary>
    public void RefuseNonTextKeys() => throw new NotSupportedException();

    /// <summary>Notes <c>extra_forbidden</c> for each member that was never asked for. Called last.</summary>
    public void RefuseUnknown() => throw new NotSupportedException();
}
