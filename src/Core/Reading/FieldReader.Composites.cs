using System.Numerics;

namespace MlPerf.Endpoints.Core.Reading;

/// <content>Lists and mappings of objects, unions, and the fields that Python's own text rules read first.</content>
public sealed partial class FieldReader
{
    /// <summary>A list of objects, each read as soon as it is opened, so that every fault is noted in its place. Null where the list itself is absent, null or refused.</summary>
    /// <typeparam name="T">What an element becomes.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="presence">Whether it must be there.</param>
    /// <param name="read">Reads one element; elements that are no objects are noted and left out.</param>
    /// <param name="minCount">Least number of elements.</param>
    public IReadOnlyList<T>? Objects<T>(string name, Presence presence, Func<FieldReader, T> read, int minCount = 0)
    {
        ArgumentNullException.ThrowIfNull(read);
        var spot = new Spot(name, presence);
        if (!TryTake(name, presence, Expectations.List, out var node) || !IsList(spot, node, minCount))
        {
            return null;
        }

        var elements = new List<T>(node.Items.Count);
        for (var i = 0; i < node.Items.Count; i++)
        {
            if (ToObject(spot.At(i), node.Items[i]) is { } element)
            {
                elements.Add(read(element));
            }
        }

        return elements;
    }

    /// <summary>A mapping from text to objects, each read as soon as it is opened, in file order. Null where the mapping itself is absent, null or refused.</summary>
    /// <typeparam name="T">What a value becomes.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="presence">Whether it must be there.</param>
    /// <param name="read">Reads one value; values that are no objects are noted and left out.</param>
    public IReadOnlyList<KeyValuePair<string, T>>? ObjectMap<T>(string name, Presence presence, Func<FieldReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var spot = new Spot(name, presence);
        if (!TryTake(name, presence, Expectations.Mapping, out var node) || !IsMapping(spot, node))
        {
            return null;
        }

        var values = new List<KeyValuePair<string, T>>(node.Members.Count);
        foreach (var member in node.Members)
        {
            var key = KeyText(member.Key);
            if (ToObject(spot.At(key ?? ""), member.Value) is { } value && read(value) is var element && key is not null)
            {
                values.Add(new(key, element));
            }
        }

        return values;
    }

    /// <summary>A mapping from text to numbers that are written as numbers, in file order: text and booleans are refused (<c>float_type</c>).</summary>
    public IReadOnlyList<NamedNumber>? StrictNumberMap(string name, Presence presence)
        => Numbers(name, presence, isStrict: true);

    /// <summary>A number that is written as one: text and booleans are refused (<c>float_type</c>).</summary>
    public double? StrictNumber(string name, Presence presence)
        => TryTake(name, presence, Expectations.StrictNumber, out var node) ? ToNumber(new Spot(name, presence), node, null, null, null, isStrict: true) : null;

    /// <summary>A double whose text is first read as Python reads one (<see cref="PythonText.TryParseNumber"/>), then as <see cref="Number"/> does.</summary>
    public double? PythonNumber(string name, Presence presence)
        => !TryTake(name, presence, Expectations.Number, out var node) ? null
            : node.Kind is NodeKind.Text && PythonText.TryParseNumber(node.AsText, out var number) ? number
            : ToNumber(new Spot(name, presence), node, null, null, null);

    /// <summary>An integer whose text is first read as Python reads one (<see cref="PythonText.TryParseInteger"/>), then as <see cref="Integer"/> does.</summary>
    public BigInteger? PythonInteger(string name, Presence presence)
        => !TryTake(name, presence, Expectations.Integer, out var node) ? null
            : node.Kind is NodeKind.Text && PythonText.TryParseInteger(node.AsText, out var integer) ? integer
            : ToInteger(new Spot(name, presence), node, null, null, null);

    /// <summary>A value that may be any of several types. The first alternative that accepts it wins; if none does, the faults of all of them are noted, in order.</summary>
    /// <typeparam name="T">What the field becomes.</typeparam>
    /// <param name="name">The field.</param>
    /// <param name="presence">Whether it must be there, and whether it may be null.</param>
    /// <param name="expected">What is expected where it is missing: "text or a mapping".</param>
    /// <param name="alternatives">Each asks the reader that it is given for the field <paramref name="name"/> with <see cref="Presence.Required"/>. List the strictest match first.</param>
    /// <returns>What the first accepting alternative made of the value; null where the field is absent, null or refused.</returns>
    public T? Union<T>(string name, Presence presence, string expected, params ReadOnlySpan<Func<FieldReader, T?>> alternatives)
        where T : class
    {
        if (!TryTake(name, presence, expected, out _))
        {
            return null;
        }

        List<FieldProblem>? faults = null;
        foreach (var alternative in alternatives)
        {
            var attempt = new List<FieldProblem>();
            var reader = new FieldReader(Node, Field, Pointer, attempt, parent: null);
            var value = alternative(reader);
            if (attempt.Count == 0)
            {
                return value;
            }

            (faults ??= []).AddRange(attempt);
        }

        foreach (var fault in faults ?? [])
        {
            Add(fault);
        }

        return null;
    }

    private List<NamedNumber>? Numbers(string name, Presence presence, bool isStrict)
    {
        var spot = new Spot(name, presence);
        if (!TryTake(name, presence, Expectations.Mapping, out var node) || !IsMapping(spot, node))
        {
            return null;
        }

        var numbers = new List<NamedNumber>(node.Members.Count);
        foreach (var member in node.Members)
        {
            var key = KeyText(member.Key);
            if (ToNumber(spot.At(key ?? ""), member.Value, null, null, null, isStrict) is { } number && key is not null)
            {
                numbers.Add(new(key, number));
            }
        }

        return numbers;
    }
}
