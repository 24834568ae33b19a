using System.Runtime.InteropServices;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;
using Stretch = MlPerf.Endpoints.Core.Reading.Yaml.YamlCharacters.Stretch;

namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <summary>The library's tokens on their way to its parser: each gets its place, and the characters up to its end are looked at.</summary>
internal sealed class YamlTokens : IScanner
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly YamlCharacters _characters;
    private readonly Scanner _scanner;

    /// <summary>Makes the tokens of a text.</summary>
    /// <param name="utf8">Valid UTF-8.</param>
    /// <exception cref="UnreadableException">It holds a character that YAML forbids.</exception>
    public YamlTokens(ReadOnlyMemory<byte> utf8)
    {
        // At the very start people do not see a byte order mark, and YAML has no meaning for it.
        _utf8 = utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        _characters = new YamlCharacters(_utf8);
        _characters.RefuseForbidden();
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

        var characters = new YamlCharacters(_utf8);
        characters.WalkTo(failure.Start.Index, Stretch.Token);
        var start = characters.Here;
        characters.WalkTo(failure.End.Index, Stretch.Token);
        return characters.IsAtEnd || failure is not SyntaxErrorException || failure.End.Index == failure.Start.Index + 1 ? start : characters.Here;
    }

    private void Walk(Token token)
    {
        _characters.WalkTo(token.Start.Index, token is Error ? Stretch.Token : Stretch.Gap);
        At = _characters.Here;
        if (_characters.HasDirective && token is not (DocumentStart or VersionDirective or TagDirective))
        {
            throw UnreadableException.Syntax("'---' is expected behind the directives", At);
        }

        switch (token)
        {
            case Scalar scalar:
                ScalarAt = At;
                WalkOver(scalar);
                break;
            case FlowSequenceStart or FlowSequenceEnd or FlowMappingStart or FlowMappingEnd:
                // The library gives these, and "...", no length.
                _characters.WalkTo(token.Start.Index + 1, Stretch.Token);
                break;
            case DocumentEnd:
                HasDocumentEnd = true;
                _characters.WalkTo(token.Start.Index + 3, Stretch.Token);
                break;
            case DocumentStart:
                _characters.HasDirective = false;
                _characters.WalkTo(token.End.Index, Stretch.Token);
                break;
            default:
                ScalarAt = token is AnchorAlias ? At : ScalarAt;
                AnchorAt = token is Anchor ? At : AnchorAt;
                TagAt = token is Tag ? At : TagAt;
                _characters.WalkTo(token.End.Index, Stretch.Token);
                break;
        }
    }

    private void WalkOver(Scalar scalar)
    {
        var isPlain = scalar.Style is ScalarStyle.Plain;
        if (isPlain && scalar.Value.Length == 0)
        {
            throw UnreadableException.Syntax("a value is expected here", At);
        }

        _characters.WalkTo(scalar.End.Index, isPlain ? Stretch.Plain : scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded ? Stretch.BlockHeader : Stretch.Token);

        // "a:" in brackets, or as the last line of a text that begins with '*', is a key to the reference's parser and text to the library. "a::" is the key "a:".
        if (isPlain && scalar.Value.EndsWith(':') && !_characters.IsAtColon)
        {
            throw UnreadableException.Syntax("a space is expected behind ':'; put the text in quotes if it is meant as one", At);
        }
    }
}
