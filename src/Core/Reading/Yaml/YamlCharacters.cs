using System.Buffers;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <summary>One walk over the characters of a text, from token to token: it gives places, and refuses what the library lets pass and the reference's parser does not.</summary>
/// <remarks>
/// That is: control characters anywhere; a tab outside of quoted texts, block texts and comments; a block text without indentation; anything but blanks, line breaks, comments and directives
/// between two tokens, for the library drops some signs. The library counts in UTF-16, and lines also by U+0085, U+2028 and U+2029; people count characters, and lines by CR LF, LF and CR.
/// </remarks>
internal sealed class YamlCharacters(ReadOnlyMemory<byte> utf8)
{
    // What may begin a character that YAML forbids: controls, DEL, and the first bytes of U+0080 to U+009F and of U+FFFE and U+FFFF.
    private static readonly SearchValues<byte> Suspicious = SearchValues.Create(
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 0x7F, 0xC2, 0xEF]);

    // Where the walk stands, in bytes and in UTF-16, and whether a line begins or a comment has begun there.
    private int _at;
    private long _index;
    private int _line = 1;
    private int _column = 1;
    private bool _isLineStart = true;
    private bool _isComment;

    /// <summary>What is walked over.</summary>
    public enum Stretch
    {
        /// <summary>What stands between tokens.</summary>
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

    /// <summary>Where the walk stands.</summary>
    public SourceLocation Here => new(_line, _column);

    /// <summary>Whether the walk has come to the end.</summary>
    public bool IsAtEnd => _at == utf8.Length;

    /// <summary>Whether a ':' comes next.</summary>
    public bool IsAtColon => !IsAtEnd && utf8.Span[_at] == ':';

    /// <summary>Whether a directive was met in a gap since this was last set to false.</summary>
    public bool HasDirective { get; set; }

    /// <summary>Looks through the whole text for characters that YAML forbids.</summary>
    public void RefuseForbidden()
    {
        var text = utf8.Span;
        for (var at = 0; at < text.Length && text[at..].IndexOfAny(Suspicious) is var next and >= 0; at++)
        {
            at += next;
            var isAllowed = text[at] switch
            {
                0xC2 => text[at + 1] is 0x85 or >= 0xA0,
                0xEF => !(text[at + 1] == 0xBF && text[at + 2] >= 0xBE),
                _ => false,
            };
            if (!isAllowed)
            {
                WalkTo(Encoding.UTF8.GetCharCount(text[..at]), Stretch.Token);
                throw UnreadableException.Syntax($"{Characters.Describe(text[at..])} is not allowed in YAML", Here);
            }
        }
    }

    /// <summary>Walks on to a place that the library counted, over what a stretch allows.</summary>
    public void WalkTo(long index, Stretch stretch)
    {
        var text = utf8.Span;
        while (_at < text.Length && (_index < index || (text[_at] & 0xC0) == 0x80))
        {
            // Nearly all is runs of ASCII in which there is nothing to look for.
            var run = stretch is Stretch.Plain or Stretch.Token || (stretch is Stretch.Block && !_isLineStart) ? CountAscii(text.Slice(_at, (int)Math.Min(index - _index, text.Length - _at))) : 0;
            if (run > 0)
            {
                (_at, _index, _column, _isLineStart) = (_at + run, _index + run, _column + run, false);
                continue;
            }

            var unit = text[_at];
            if ((unit & 0xC0) == 0x80)
            {
                _at++;
                continue;
            }

            var isBreak = unit is (byte)'\n' or (byte)'\r' || (unit is 0xC2 or 0xE2 && text[_at..] is [0xC2, 0x85, ..] or [0xE2, 0x80, 0xA8 or 0xA9, ..]);
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
            if (unit == '\n' || (unit == '\r' && (_at == text.Length || text[_at] != '\n')))
            {
                _line++;
                _column = 1;
            }
        }
    }

    private static int CountAscii(ReadOnlySpan<byte> text) => text.IndexOfAnyExceptInRange((byte)' ', (byte)'~') is var end and >= 0 ? end : text.Length;

    // A character that is neither a space nor a line break.
    private void Look(byte unit, Stretch stretch)
    {
        if (unit == '\t' && (stretch is Stretch.Plain || (stretch is Stretch.Gap or Stretch.BlockHeader && !_isComment)))
        {
            throw UnreadableException.Syntax("a tab stands where YAML allows only spaces", Here);
        }

        if (stretch is Stretch.Block && _isLineStart)
        {
            throw UnreadableException.Syntax("the lines of a block text are indented by at least one space", Here);
        }

        HasDirective |= unit == '%' && stretch is Stretch.Gap && !_isComment;
        _isComment |= unit == '#' && stretch is Stretch.Gap or Stretch.BlockHeader;
        if (stretch is Stretch.Gap && !_isComment && !HasDirective)
        {
            throw UnreadableException.Syntax($"{Characters.Describe(utf8.Span[_at..])} cannot stand here", Here);
        }
    }
}
