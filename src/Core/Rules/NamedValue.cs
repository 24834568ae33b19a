using System.Buffers;
using System.Globalization;
using System.Numerics;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>A value that a message names. Made from a pair: <c>("count", 5)</c>.</summary>
/// <remarks>Numbers are kept as they are and formatted, invariantly, only when a message is read.</remarks>
public readonly struct NamedValue
{
    // A message stays readable whatever a stranger wrote into a file.
    private const int LongestText = 4000;

    // A longer one is formatted the long way.
    private const int LongestNumber = 32;

    private readonly object? _object;
    private readonly long _bits;

    private NamedValue(string name, object? value, long bits)
    {
        Name = name;
        _object = value;
        _bits = bits;
    }

    private static readonly object IsLong = new();
    private static readonly object IsDouble = new();

    /// <summary>The name, as placeholders spell it.</summary>
    public string Name { get; }

    /// <summary>The value; numbers boxed.</summary>
    public object? Value => ReferenceEquals(_object, IsLong) ? _bits : ReferenceEquals(_object, IsDouble) ? BitConverter.Int64BitsToDouble(_bits) : _object;

    /// <summary>Names a whole number.</summary>
    public static implicit operator NamedValue((string Name, int Value) pair) => new(pair.Name, IsLong, pair.Value);

    /// <summary>Names a whole number.</summary>
    public static implicit operator NamedValue((string Name, long Value) pair) => new(pair.Name, IsLong, pair.Value);

    /// <summary>Names a measured number.</summary>
    public static implicit operator NamedValue((string Name, double Value) pair) => new(pair.Name, IsDouble, BitConverter.DoubleToInt64Bits(pair.Value));

    /// <summary>Names a whole number of any size.</summary>
    public static implicit operator NamedValue((string Name, BigInteger Value) pair)
        => pair.Value >= long.MinValue && pair.Value <= long.MaxValue ? new(pair.Name, IsLong, (long)pair.Value) : new(pair.Name, pair.Value, 0);

    /// <summary>Names a text.</summary>
    public static implicit operator NamedValue((string Name, string? Value) pair) => new(pair.Name, pair.Value, 0);

    /// <summary>Names anything; it is printed by its own <see cref="object.ToString"/>.</summary>
    public static NamedValue Of(string name, object? value) => value switch
    {
        int number => (name, number),
        long number => (name, number),
        double number => (name, number),
        BigInteger number => (name, number),
        _ => new(name, value, 0),
    };

    /// <summary>Writes the value as a message prints it.</summary>
    internal void Write(IBufferWriter<char> text, string? format)
    {
        if (ReferenceEquals(_object, IsLong) && _bits.TryFormat(text.GetSpan(LongestNumber), out var length, format, CultureInfo.InvariantCulture))
        {
            text.Advance(length);
        }
        else if (ReferenceEquals(_object, IsDouble) && BitConverter.Int64BitsToDouble(_bits).TryFormat(text.GetSpan(LongestNumber), out length, format ?? "R", CultureInfo.InvariantCulture))
        {
            text.Advance(length);
        }
        else
        {
            text.Write(ToText(format));
        }
    }

    /// <summary>The value as a message prints it.</summary>
    /// <param name="format">A .NET format string, or null.</param>
    public string ToText(string? format = null) => Value switch
    {
        null => "nothing",
        string { Length: > LongestText } text => string.Concat(text.AsSpan(0, LongestText), "…"),
        double number when format is null => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };
}
