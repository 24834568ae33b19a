using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <summary>The library's tokens on their way to its parser: each gets its place, and the characters of and between them are looked at for what the library lets pass.</summary>
/// <remarks>
/// The library counts in UTF-16, and lines also by U+0085, U+2028 and U+2029; people count characters, and lines by CR LF, LF and CR. Tokens come in the order of the file, so one walk over its
/// bytes gives all places. What the reference's parser allows less than the library: tabs only in quoted texts, block texts and comments; block texts indented; nothing else between tokens.
/// </remarks>
internal sealed class YamlTokens : IScanner
{
    // What may begin a character that YAML forbids: controls, DEL, and the first bytes of U+0080 to U+009F and of U+FFFE and U+FFFF.
    private static readonly SearchValues<byte> Suspicious = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 0x7F, 0xC2, 0xEF]);

    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly Scanner _scanner;

    // Where the walk stands: in bytes, in UTF-16 as the library counts, and in lines and characters as people do.
    private int _at;
    private long _index;
    private int _line = 1;
    private int _column = 1;

    // Whether a line begins here, whether a comment or directive has begun in it, and whether directives wait for their document.
    private bool _isLineStart = true;
    private bool _isComment;
    private bool _hasDirective;

    /// <summary>Makes the tokens of a text.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    /// <exception cref="UnreadableException">It holds a character that YAML forbids.</exception>
    public YamlTokens(ReadOnlyMemory<byte> utf8)
    {
        // At the very start people do not see a byte order mark, and YAML has no meaning for it.
        _utf8 = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        RefuseForbiddenCharacters();
        var bytes = MemoryMarshal.TryGetArray(_utf8, out var array) ? array : new ArraySegment<byte>(_utf8.ToArray());
        var stream = new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false);
        _scanner = new Scanner(new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false));
    }

    /// <inheritdoc/>
    public Mark CurrentPosition => _scanner.CurrentPosition;

    /// <inheritdoc/>
    public Token? Current => _scanner.Current;

    /// <summary>Where the last token begins that the parser looked at.</summary>
    public SourceLocation At { get; private set; } = new(1, 1);

    /// <summary>Where the last scalar or alias begins.</summary>
    public SourceLocation ScalarAt { get; private set; }

    /// <summary>Where the last anchor begins.</summary>
    public SourceLocation AnchorAt { get; private set; }

    /// <summary>Where the last tag begins.</summary>
    public SourceLocation TagAt { get; private set; }

    /// <summary>Where the last '-', '?', ':' or implied key begins that the parser has taken: the place of a value that is not there.</summary>
    public SourceLocation IndicatorAt { get; private set; }

    /// <summary>The last sign that the parser has taken: the last token that is no scalar, alias, anchor or tag.</summary>
    public Token? Sign { get; private set; }

    /// <summary>Whether the end of a document was marked.</summary>
    public bool HasDocumentEnd { get; private set; }

    /// <inheritdoc/>
    public bool MoveNext()
    {
        ConsumeCurrent();
        return MoveNextWithoutConsuming();
    }

    /// <inheritdoc/>
    /// <remarks>The parser asks twice where a scalar with an anchor stands in a flow mapping, and would lose a token if it were not given the same one again.</remarks>
    public bool MoveNextWithoutConsuming()
    {
        if (Current is not (null or StreamEnd))
        {
            return true;
        }

        if (!_scanner.MoveNextWithoutConsuming())
        {
            return false;
        }

        Walk(Current!);
        return true;
    }

    /// <inheritdoc/>
    public void ConsumeCurrent()
    {
        IndicatorAt = Current is BlockEntry or Key or Value ? At : IndicatorAt;
        Sign = Current is Scalar or AnchorAlias or Anchor or Tag ? Sign : Current;
        _scanner.ConsumeCurrent();
    }

    /// <summary>Where the library noticed a fault: at the end of what it scanned, but for what begins and never ends, and for what is one character only.</summary>
    public SourceLocation Locate(YamlException failure)
    {
        if (failure.End.Index == 0)
        {
            return At;
        }

        var end = Locate(failure.End.Index);
        return _at == _utf8.Length || failure is not SyntaxErrorException || failure.End.Index == failure.Start.Index + 1 ? Locate(failure.Start.Index) : end;
    }

    private SourceLocation Locate(long index)
    {
        (_at, _index, _line, _column) = (0, 0, 1, 1);
        WalkTo(index, Stretch.Token);
        return Here();
    }

    private SourceLocation Here() => new(_line, _column);

    private void Walk(Token token)
    {
        WalkTo(token.Start.Index, token is Error ? Stretch.Token : Stretch.Gap);
        At = Here();
        if (_hasDirective && token is not (DocumentStart or VersionDirective or TagDirective))
        {
            throw UnreadableException.Syntax("'---' is expected behind the directives", At);
        }

        switch (token)
        {
            case Scalar { Style: ScalarStyle.Plain, Value: "" }:
                throw UnreadableException.Syntax("a value is expected here", At);
            case Scalar scalar:
                ScalarAt = At;
                WalkTo(scalar.End.Index, scalar.Style switch { ScalarStyle.Plain => Stretch.Plain, ScalarStyle.Literal or ScalarStyle.Folded => Stretch.BlockHeader, _ => Stretch.Token });
                RefuseColon(scalar);
                break;
            case FlowSequenceStart or FlowSequenceEnd or FlowMappingStart or FlowMappingEnd:
                WalkTo(token.Start.Index + 1, Stretch.Token);
                break;
            case DocumentEnd:
                HasDocumentEnd = true;
                WalkTo(token.Start.Index + 3, Stretch.Token);
                break;
            case DocumentStart:
                _hasDirective = false;
                WalkTo(token.End.Index, Stretch.Token);
                break;
            default:
                ScalarAt = token is AnchorAlias ? At : ScalarAt;
                AnchorAt = token is Anchor ? At : AnchorAt;
                TagAt = token is Tag ? At : TagAt;
                WalkTo(token.End.Index, Stretch.Token);
                break;
        }
    }

    // "a:" in brackets, or as the last line of a text that begins with '*', is a key to the reference's parser and text to the library. "a::" is the key "a:".
    private void RefuseColon(Scalar scalar)
    {
        if (scalar.Style is ScalarStyle.Plain && scalar.Value.EndsWith(':') && !(_at < _utf8.Length && _utf8.Span[_at] == ':'))
        {
            throw UnreadableException.Syntax("a space is expected behind ':'; put the text in quotes if it is meant as one", ScalarAt);
        }
    }

    private void WalkTo(long index, Stretch stretch)
    {
        var utf8 = _utf8.Span;
        while (_at < utf8.Length && (_index < index || (utf8[_at] & 0xC0) == 0x80))
        {
            // Nearly all is runs of ASCII in which there is nothing to look for.
            var run = stretch is Stretch.Plain or Stretch.Token || (stretch is Stretch.Block && !_isLineStart) ? CountPlain(utf8.Slice(_at, (int)Math.Min(index - _index, utf8.Length - _at))) : 0;
            if (run > 0)
            {
                (_at, _index, _column, _isLineStart) = (_at + run, _index + run, _column + run, false);
                continue;
            }

            var unit = utf8[_at];
            if ((unit & 0xC0) == 0x80)
            {
                _at++;
                continue;
            }

            var isBreak = unit is (byte)'\n' or (byte)'\r' || (unit is 0xC2 or 0xE2 && utf8[_at..] is [0xC2, 0x85, ..] or [0xE2, 0x80, 0xA8 or 0xA9, ..]);
            if (isBreak)
            {
                _isComment = false;
                stretch = stretch is Stretch.BlockHeader ? Stretch.Block : stretch;
            }
            else if (unit != ' ' && stretch is not Stretch.Token)
            {
                Look(unit, stretch);
            }

            _isLineStart = isBreak;
            _at++;
            _index += unit < 0xF0 ? 1 : 2;
            _column++;
            if (unit == '\n' || (unit == '\r' && (_at == utf8.Length || utf8[_at] != '\n')))
            {
                _line++;
                _column = 1;
            }
        }
    }

    private static int CountPlain(ReadOnlySpan<byte> utf8) => utf8.IndexOfAnyExceptInRange((byte)' ', (byte)'~') is var end and >= 0 ? end : utf8.Length;

    // A character that is neither a space nor a line break.
    private void Look(byte unit, Stretch stretch)
    {
        if (unit == '\t' && (stretch is Stretch.Plain || (stretch is Stretch.Gap or Stretch.BlockHeader && !_isComment)))
        {
            throw UnreadableException.Syntax("a tab stands where YAML allows only spaces", Here());
        }

        if (stretch is Stretch.Block && _isLineStart)
        {
            throw UnreadableException.Syntax("the lines of a block text are indented by at least one space", Here());
        }

        _hasDirective |= unit == '%' && stretch is Stretch.Gap && !_isComment;
        _isComment |= unit == '#' && stretch is Stretch.Gap or Stretch.BlockHeader;
        if (stretch is Stretch.Gap && !_isComment && !_hasDirective)
        {
            throw UnreadableException.Syntax($"{Characters.Describe(_utf8.Span[_at..])} cannot stand here", Here());
        }

    }

    private void RefuseForbiddenCharacters()
    {
        var utf8 = _utf8.Span;
        for (var at = 0; at < utf8.Length && utf8[at..].IndexOfAny(Suspicious) is var next and >= 0; at++)
        {
            at += next;
            var isAllowed = utf8[at] switch
            {
                0xC2 => utf8[at + 1] is 0x85 or >= 0xA0,
                0xEF => !(utf8[at + 1] == 0xBF && utf8[at + 2] >= 0xBE),
                _ => false,
            };
            if (!isAllowed)
            {
                throw UnreadableException.Syntax($"{Characters.Describe(utf8[at..])} is not allowed in YAML", Locate(Encoding.UTF8.GetCharCount(utf8[..at])));
            }
        }
    }

    /// <summary>What is walked over.</summary>
    private enum Stretch
    {
        /// <summary>What stands between tokens: blanks, line breaks, comments and directives.</summary>
        Gap,

        /// <summary>A token in which nothing has to be looked for.</summary>
        Token,

        /// <summary>A scalar without quotes.</summary>
        Plain,

        /// <summary>The first line of a block scalar.</summary>
        BlockHeader,

        /// <summary>The other lines of a block scalar.</summary>
        Block,
    }
}
