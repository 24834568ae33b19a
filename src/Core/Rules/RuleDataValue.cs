using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>A value of a JSON file with rule data (see <see cref="RuleDataAttribute"/>): gives what is expected there, or says where something else stands.</summary>
/// <remarks>Every error is a <see cref="FormatException"/> whose message names line, column, member, what was found and what was expected.</remarks>
public sealed class RuleDataValue
{
    private readonly Node _node;

    private RuleDataValue(string name, Node node)
    {
        Name = name;
        _node = node;
    }

    /// <summary>The member's name; empty for the whole file and for items of a list.</summary>
    public string Name { get; }

    /// <summary>The value as text.</summary>
    /// <exception cref="FormatException">It is no text.</exception>
    public string Text => _node.Kind is NodeKind.Text ? _node.AsText! : throw Unexpected("a text");

    /// <summary>The value as a 64-bit integer.</summary>
    /// <exception cref="FormatException">It is no integer, or too large.</exception>
    public long Int64 => (long)Integer(long.MinValue, long.MaxValue);

    /// <summary>The value as a 32-bit integer.</summary>
    /// <exception cref="FormatException">It is no integer, or too large.</exception>
    public int Int32 => (int)Integer(int.MinValue, int.MaxValue);

    /// <summary>The value as a double.</summary>
    /// <exception cref="FormatException">It is no number.</exception>
    public double Double => _node.Kind switch
    {
        NodeKind.Number => _node.AsNumber,
        NodeKind.Integer => (double)_node.AsInteger,
        _ => throw Unexpected("a number"),
    };

    /// <summary>Whether it is an object.</summary>
    public bool IsObject => _node.Kind is NodeKind.Map;

    /// <summary>The elements of a list.</summary>
    /// <exception cref="FormatException">It is no list.</exception>
    public ImmutableArray<RuleDataValue> Items => ItemsAs(static item => item);

    /// <summary>The elements of a list of texts.</summary>
    /// <exception cref="FormatException">It is no list of texts.</exception>
    public ImmutableArray<string> Texts => ItemsAs(static item => item.Text);

    /// <summary>The members of an object, in file order.</summary>
    /// <exception cref="FormatException">It is no object.</exception>
    public ImmutableArray<RuleDataValue> Members
    {
        get
        {
            if (!IsObject)
            {
                throw Unexpected("an object");
            }

            var span = _node.MemberSpan;
            var members = new RuleDataValue[span.Length];
            for (var index = 0; index < span.Length; index++)
            {
                members[index] = new RuleDataValue(span[index].Name!, span[index].Value);
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(members);
        }
    }

    /// <summary>The integers of an object, by name.</summary>
    /// <exception cref="FormatException">It is no object of integers.</exception>
    public IReadOnlyDictionary<string, long> Int64ByName
    {
        get
        {
            var integers = new Dictionary<string, long>(StringComparer.Ordinal);
            foreach (var member in Members)
            {
                integers[member.Name] = member.Int64;
            }

            return integers;
        }
    }

    /// <summary>A member that has to be there.</summary>
    /// <exception cref="FormatException">It is no object, or has no such member.</exception>
    public RuleDataValue this[string name] => Find(name) ?? throw Wrong($"{Named(Name)} has no member '{name}'");

    /// <summary>Reads a file.</summary>
    /// <exception cref="FormatException">The bytes are no JSON.</exception>
    public static RuleDataValue Parse(ReadOnlyMemory<byte> utf8Json)
    {
        var document = DocumentReader.Read(utf8Json, default, DocumentLanguage.Json);
        return document.Root is { } root
            ? new RuleDataValue("", root)
            : throw new FormatException($"{At(document.Problem!.Location)}{document.Problem.Detail}.");
    }

    /// <summary>A member that may be missing.</summary>
    /// <exception cref="FormatException">It is no object.</exception>
    public RuleDataValue? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (!IsObject)
        {
            throw Unexpected("an object");
        }

        return _node[name] is { } value ? new RuleDataValue(name, value) : null;
    }

    /// <summary>The elements of a list, each as what <paramref name="read"/> makes of it.</summary>
    /// <typeparam name="T">What an element becomes.</typeparam>
    /// <exception cref="FormatException">It is no list, or an element is not as expected.</exception>
    public ImmutableArray<T> ItemsAs<T>(Func<RuleDataValue, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (_node.Kind is not NodeKind.List)
        {
            throw Unexpected("a list");
        }

        // Into the array itself: a builder or a query would load a dozen types for each kind of element while a check starts.
        var items = new T[_node.Items.Count];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = read(new RuleDataValue("", _node.Items[index]));
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    private BigInteger Integer(long least, long most)
        => _node.Kind is NodeKind.Integer && _node.AsInteger is var value && value >= least && value <= most
            ? value
            : throw Unexpected(string.Create(CultureInfo.InvariantCulture, $"an integer from {least} to {most}"));

    /// <summary>What to throw where a value is not as expected.</summary>
    /// <param name="expected">What was expected, with its article.</param>
    public FormatException Unexpected(string expected) => Wrong($"{Named(Name)} is {_node}; expected {expected}");

    private FormatException Wrong(string what) => new($"{At(_node.Location)}{what}.");

    private static string Named(string name) => name.Length > 0 ? $"'{name}'" : "the value";

    private static string At(SourceLocation? location)
        => location is { } at ? string.Create(CultureInfo.InvariantCulture, $"line {at.Line}, column {at.Column}: ") : "";
}
