using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlPerf.Endpoints.Shared;

/// <summary>Escapes JSON texts as Python's <c>json.dumps</c> does, so that <see cref="Utf8JsonWriter"/> writes what the reference tools write.</summary>
/// <remarks>The framework's encoders escape more (U+007F, U+2028, everything beyond the basic plane), in upper-case hexadecimals, and replace unpaired surrogates,
/// which Python writes as escapes.</remarks>
internal sealed class PythonJsonEncoder : JavaScriptEncoder
{
    private const string Hexadecimals = "0123456789abcdef";
    private const int EscapeLength = 6;

    private static readonly SearchValues<char> PlainAscii = SearchValues.Create(PlainCharacters());
    private static readonly SearchValues<byte> PlainAsciiUtf8 = SearchValues.Create(Encoding.ASCII.GetBytes(PlainCharacters()));
    private static readonly SearchValues<char> Special = SearchValues.Create(SpecialCharacters());
    private static readonly SearchValues<byte> SpecialUtf8 = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(static c => (byte)c), (byte)'"', (byte)'\\']);

    private readonly bool _isAscii;

    private PythonJsonEncoder(bool isAscii) => _isAscii = isAscii;

    /// <summary><c>ensure_ascii=True</c>, Python's default: everything but printable ASCII is escaped.</summary>
    public static PythonJsonEncoder Ascii { get; } = new(isAscii: true);

    /// <summary><c>ensure_ascii=False</c>: only quotes, backslashes, control characters and unpaired surrogates are escaped.</summary>
    public static PythonJsonEncoder Unicode { get; } = new(isAscii: false);

    /// <summary>The longest output of one character: an escaped pair of surrogates.</summary>
    public override int MaxOutputCharactersPerInputCharacter => 2 * EscapeLength;

    /// <summary>Options for a writer: this encoder, two blanks a level where indented, line feeds everywhere; validity is the caller's (the reference nests deeper than the framework's default).</summary>
    public JsonWriterOptions Options(bool isIndented) => new() { Encoder = this, Indented = isIndented, NewLine = "\n", MaxDepth = int.MaxValue };

    /// <summary>Writes a double in Python's form; <c>NaN</c> and the infinities as the literals that Python writes and reads.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="value">The number.</param>
    /// <param name="isItem">Whether it stands in a list.</param>
    public static void WriteNumber(Utf8JsonWriter json, double value, bool isItem = false) => WriteRaw(json, PythonFloat.ToJson(value), isItem);

    /// <summary>Writes an integer, however large.</summary>
    /// <param name="json">The writer.</param>
    /// <param name="value">The number.</param>
    /// <param name="isItem">Whether it stands in a list.</param>
    public static void WriteInteger(Utf8JsonWriter json, BigInteger value, bool isItem = false)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
        {
            json.WriteNumberValue((long)value);
        }
        else
        {
            WriteRaw(json, value.ToString(CultureInfo.InvariantCulture), isItem);
        }
    }

    // The framework's writer puts a raw value behind a comma without a line of its own.
    private static void WriteRaw(Utf8JsonWriter json, string text, bool isItem)
        => json.WriteRawValue(isItem && json.Options is { Indented: true, IndentSize: var size } ? $"\n{new string(' ', size * json.CurrentDepth)}{text}" : text, skipInputValidation: true);

    public override bool WillEncode(int unicodeScalar)
        => unicodeScalar is < ' ' or '"' or '\\' || (_isAscii && unicodeScalar > '~');

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        if (_isAscii)
        {
            return span.IndexOfAnyExcept(PlainAscii);
        }

        for (var at = 0; ;)
        {
            var next = span[at..].IndexOfAny(Special);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (!IsPair(span, at))
            {
                return at;
            }

            at += 2;
        }
    }

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
        => _isAscii ? utf8Text.IndexOfAnyExcept(PlainAsciiUtf8) : utf8Text.IndexOfAny(SpecialUtf8);

    public override OperationStatus Encode(ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true)
    {
        (charsConsumed, charsWritten) = (0, 0);
        while (charsConsumed < source.Length)
        {
            var c = source[charsConsumed];
            var isPair = !_isAscii && IsPair(source, charsConsumed);
            var length = isPair ? 2 : !NeedsEscape(c) ? 1 : ShortEscape(c) != 0 ? 2 : EscapeLength;
            if (destination.Length - charsWritten < length)
            {
                return OperationStatus.DestinationTooSmall;
            }

            var target = destination[charsWritten..];
            if (isPair)
            {
                source.Slice(charsConsumed, 2).CopyTo(target);
            }
            else
            {
                WriteOne(c, length, target);
            }

            charsConsumed += isPair ? 2 : 1;
            charsWritten += length;
        }

        return OperationStatus.Done;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        Span<char> source = stackalloc char[2];
        var length = new Rune(unicodeScalar).EncodeToUtf16(source);
        return Encode(source[..length], new Span<char>(buffer, bufferLength), out _, out numberOfCharactersWritten) is OperationStatus.Done;
    }

    private bool NeedsEscape(char c) => c is < ' ' or '"' or '\\' || (_isAscii ? c > '~' : char.IsSurrogate(c));

    private static void WriteOne(char c, int length, Span<char> target)
    {
        switch (length)
        {
            case 1:
                target[0] = c;
                break;
            case 2:
                (target[0], target[1]) = ('\\', ShortEscape(c));
                break;
            default:
                (target[0], target[1]) = ('\\', 'u');
                for (var digit = 0; digit < 4; digit++)
                {
                    target[5 - digit] = Hexadecimals[(c >> (4 * digit)) & 15];
                }

                break;
        }
    }

    private static char ShortEscape(char c) => c switch
    {
        '"' or '\\' => c,
        '\b' => 'b',
        '\f' => 'f',
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        _ => '\0',
    };

    private static bool IsPair(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);

    private static string PlainCharacters() => string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c).Where(static c => c is not ('"' or '\\')));

    private static ReadOnlySpan<char> SpecialCharacters()
        => string.Concat(Enumerable.Range(0, ' ').Concat(Enumerable.Range(0xD800, 0x800)).Append('"').Append('\\').Select(static c => (char)c));
}
