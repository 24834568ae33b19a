using System.Runtime.InteropServices;
using System.Text;

namespace MlPerf.Endpoints.Core.Reading.Yaml;

/// <content>Characters to tokens. A key of a mapping shows itself only by the colon behind it: tokens wait in a queue as long as one of them may still turn out to be one.</content>
internal ref partial struct YamlTreeReader
{
    private const int MaxSimpleKeyLength = 1024;

    private YamlTokenKind PeekKind()
    {
        Fetch();
        return _tokens[_tokensHead].Kind;
    }

    private YamlToken PeekToken()
    {
        Fetch();
        return _tokens[_tokensHead];
    }

    private YamlToken TakeToken()
    {
        Fetch();
        var token = _tokens[_tokensHead++];
        _tokensTaken++;
        _isHeadReady = false;
        if (_tokensHead == _tokens.Count || _tokensHead > 4096)
        {
            _tokens.RemoveRange(0, _tokensHead);
            _tokensHead = 0;
        }

        return token;
    }

    private void Fetch()
    {
        if (_isHeadReady)
        {
            return;
        }

        while (!_isAtEnd && (_tokensHead == _tokens.Count || IsNextMaybeKey()))
        {
            FetchToken();
        }

        _isHeadReady = true;
    }

    private bool IsNextMaybeKey()
    {
        DropStaleKeys();
        if (_possibleKeys == 0)
        {
            return false;
        }

        for (var level = 0; level <= _flowLevel; level++)
        {
            if (_simpleKeys[level].IsPossible && _simpleKeys[level].TokenNumber == _tokensTaken)
            {
                return true;
            }
        }

        return false;
    }

    private void FetchToken()
    {
        SkipToToken();
        DropStaleKeys();
        UnwindIndent(_column);
        if (_at >= _utf8.Length)
        {
            FetchEnd();
            return;
        }

        switch (_utf8[_at])
        {
            case (byte)'%' when _column == 0:
                FetchDirective();
                return;
            case (byte)'-' when IsDocumentMark((byte)'-'):
                FetchDocumentMark(YamlTokenKind.DocumentStart);
                return;
            case (byte)'.' when IsDocumentMark((byte)'.'):
                FetchDocumentMark(YamlTokenKind.DocumentEnd);
                return;
            case (byte)'[':
                FetchFlowStart(YamlTokenKind.FlowSequenceStart);
                return;
            case (byte)'{':
                FetchFlowStart(YamlTokenKind.FlowMappingStart);
                return;
            case (byte)']':
                FetchFlowEnd(YamlTokenKind.FlowSequenceEnd);
                return;
            case (byte)'}':
                FetchFlowEnd(YamlTokenKind.FlowMappingEnd);
                return;
            case (byte)',':
                RemovePossibleKey();
                _allowsSimpleKey = true;
                AddIndicator(YamlTokenKind.FlowEntry);
                return;
            case (byte)'-' when IsBlankBreakOrEnd(1):
                FetchBlockEntry();
                return;
            case (byte)'?' when _flowLevel > 0 || IsBlankBreakOrEnd(1):
                FetchKey();
                return;
            case (byte)':' when _flowLevel > 0 || IsBlankBreakOrEnd(1):
                FetchValue();
                return;
            case (byte)'*':
                SavePossibleKey();
                _allowsSimpleKey = false;
                _tokens.Add(ScanAnchor(YamlTokenKind.Alias));
                return;
            case (byte)'&':
                SavePossibleKey();
                _allowsSimpleKey = false;
                _tokens.Add(ScanAnchor(YamlTokenKind.Anchor));
                return;
            case (byte)'!':
                SavePossibleKey();
                _allowsSimpleKey = false;
                _tokens.Add(ScanTag());
                return;
            case (byte)'|' or (byte)'>' when _flowLevel == 0:
                RemovePossibleKey();
                _allowsSimpleKey = true;
                _tokens.Add(ScanBlockScalar());
                return;
            case (byte)'\'' or (byte)'"':
                SavePossibleKey();
                _allowsSimpleKey = false;
                _tokens.Add(ScanQuotedScalar());
                return;
            default:
                if (!BeginsPlainScalar())
                {
                    throw CannotBegin();
                }

                SavePossibleKey();
                _allowsSimpleKey = false;
                _tokens.Add(ScanPlainScalar());
                return;
        }
    }

    private readonly UnreadableException CannotBegin()
        => UnreadableException.Syntax(
            Peek() == '\t' ? "a tab stands where YAML allows only spaces" : $"no value can begin with {Characters.Describe(_utf8[_at..])}; put the text in quotes", Here);

    private readonly bool BeginsPlainScalar() => Peek() switch
    {
        (byte)'-' => !IsBlankBreakOrEnd(1),
        (byte)'?' or (byte)':' => _flowLevel == 0 && !IsBlankBreakOrEnd(1),
        (byte)',' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'#' or (byte)'&' or (byte)'*' or (byte)'!' or (byte)'|' or (byte)'>'
            or (byte)'\'' or (byte)'"' or (byte)'%' or (byte)'@' or (byte)'`' => false,
        _ => !IsBlankBreakOrEnd(),
    };

    private readonly bool IsDocumentMark(byte mark) => _column == 0 && IsMarkHere(mark);

    private readonly bool IsMarkHere(byte mark) => Peek() == mark && Peek(1) == mark && Peek(2) == mark && IsBlankBreakOrEnd(3);

    private void AddIndicator(YamlTokenKind kind)
    {
        _tokens.Add(new YamlToken(kind, Here));
        Forward();
    }

    private void SkipToToken()
    {
        if (_index == 0 && _utf8.StartsWith("\uFEFF"u8))
        {
            Forward();
        }

        while (true)
        {
            SkipSpaces();
            SkipComment();
            if (BreakLength() == 0)
            {
                return;
            }

            Forward();
            _allowsSimpleKey |= _flowLevel == 0;
        }
    }

    private void SkipComment()
    {
        if (Peek() == '#')
        {
            ForwardRun(LineLength());
        }
    }

    private void FetchEnd()
    {
        UnwindIndent(-1);
        RemovePossibleKey();
        _allowsSimpleKey = false;
        _tokens.Add(new YamlToken(YamlTokenKind.StreamEnd, Here));
        _isAtEnd = true;
    }

    private void FetchDirective()
    {
        UnwindIndent(-1);
        RemovePossibleKey();
        _allowsSimpleKey = false;
        _tokens.Add(ScanDirective());
    }

    private void FetchDocumentMark(YamlTokenKind kind)
    {
        UnwindIndent(-1);
        RemovePossibleKey();
        _allowsSimpleKey = false;
        _tokens.Add(new YamlToken(kind, Here));
        ForwardRun(3);
    }

    private void FetchFlowStart(YamlTokenKind kind)
    {
        SavePossibleKey();
        _flowLevel++;
        if (_flowLevel == _simpleKeys.Length)
        {
            Array.Resize(ref _simpleKeys, _simpleKeys.Length * 2);
        }

        _allowsSimpleKey = true;
        AddIndicator(kind);
    }

    private void FetchFlowEnd(YamlTokenKind kind)
    {
        if (_flowLevel == 0)
        {
            throw UnreadableException.Syntax($"'{(char)Peek()}' closes nothing", Here);
        }

        RemovePossibleKey();
        _flowLevel--;
        _allowsSimpleKey = false;
        AddIndicator(kind);
    }

    private void FetchBlockEntry()
    {
        if (_flowLevel == 0)
        {
            if (!_allowsSimpleKey)
            {
                throw UnreadableException.Syntax("a list cannot begin here; put it on a line of its own", Here);
            }

            if (TryIndent(_column))
            {
                _tokens.Add(new YamlToken(YamlTokenKind.BlockSequenceStart, Here));
            }
        }

        _allowsSimpleKey = true;
        RemovePossibleKey();
        AddIndicator(YamlTokenKind.BlockEntry);
    }

    private void FetchKey()
    {
        if (_flowLevel == 0)
        {
            if (!_allowsSimpleKey)
            {
                throw UnreadableException.Syntax("a key cannot begin here; put it on a line of its own", Here);
            }

            if (TryIndent(_column))
            {
                _tokens.Add(new YamlToken(YamlTokenKind.BlockMappingStart, Here));
            }
        }

        _allowsSimpleKey = _flowLevel == 0;
        RemovePossibleKey();
        AddIndicator(YamlTokenKind.Key);
    }

    private void FetchValue()
    {
        ref var key = ref _simpleKeys[_flowLevel];
        if (key.IsPossible)
        {
            // What began there is a key after all: its token, and perhaps that of its mapping, go before it.
            key.IsPossible = false;
            _possibleKeys--;
            var place = _tokensHead + key.TokenNumber - _tokensTaken;
            _tokens.Insert(place, new YamlToken(YamlTokenKind.Key, key.At));
            if (_flowLevel == 0 && TryIndent(key.Column))
            {
                _tokens.Insert(place, new YamlToken(YamlTokenKind.BlockMappingStart, key.At));
            }

            _allowsSimpleKey = false;
        }
        else
        {
            if (_flowLevel == 0)
            {
                if (!_allowsSimpleKey)
                {
                    throw UnreadableException.Syntax("':' cannot stand here: there is a value already; put the text in quotes", Here);
                }

                if (TryIndent(_column))
                {
                    _tokens.Add(new YamlToken(YamlTokenKind.BlockMappingStart, Here));
                }
            }

            _allowsSimpleKey = _flowLevel == 0;
            RemovePossibleKey();
        }

        AddIndicator(YamlTokenKind.Value);
    }

    private void SavePossibleKey()
    {
        if (!_allowsSimpleKey)
        {
            return;
        }

        RemovePossibleKey();
        _simpleKeys[_flowLevel] = new SimpleKey
        {
            IsPossible = true,
            IsRequired = _flowLevel == 0 && _indent == _column,
            TokenNumber = _tokensTaken + _tokens.Count - _tokensHead,
            Index = _index,
            Line = _line,
            Column = _column,
            At = Here,
        };
        _possibleKeys++;
    }

    private void RemovePossibleKey()
    {
        ref var key = ref _simpleKeys[_flowLevel];
        if (key.IsPossible)
        {
            Remove(ref key);
        }
    }

    // A key without '?' ends on the line where it began, within 1024 characters.
    private void DropStaleKeys()
    {
        for (var level = 0; _possibleKeys > 0 && level <= _flowLevel; level++)
        {
            ref var key = ref _simpleKeys[level];
            if (key.IsPossible && (key.Line != _line || _index - key.Index > MaxSimpleKeyLength))
            {
                Remove(ref key);
            }
        }
    }

    private void Remove(ref SimpleKey key)
    {
        if (key.IsRequired)
        {
            throw UnreadableException.Syntax("a key is expected here: ':' is missing behind it, or the key is longer than 1024 characters", key.At);
        }

        key.IsPossible = false;
        _possibleKeys--;
    }

    private void UnwindIndent(int column)
    {
        if (_flowLevel > 0)
        {
            return;
        }

        while (_indent > column)
        {
            _indent = _indents[^1];
            _indents.RemoveAt(_indents.Count - 1);
            _tokens.Add(new YamlToken(YamlTokenKind.BlockEnd, Here));
        }
    }

    private bool TryIndent(int column)
    {
        if (_indent >= column)
        {
            return false;
        }

        _indents.Add(_indent);
        _indent = column;
        return true;
    }

    private YamlToken ScanDirective()
    {
        var at = Here;
        Forward();
        var name = ScanWord();
        if (name.Length == 0 || !IsSpaceBreakOrEnd())
        {
            throw Unexpected("the name of a directive behind '%'");
        }

        string? first = null;
        string? second = null;
        switch (name)
        {
            case "YAML":
                SkipSpaces();
                first = ScanDirectiveNumber();
                if (Peek() != '.')
                {
                    throw Unexpected("'.' in the number of the YAML version");
                }

                Forward();
                second = ScanDirectiveNumber();
                break;
            case "TAG":
                SkipSpaces();
                first = ScanTagHandle();
                if (Peek() != ' ')
                {
                    throw Unexpected("a space behind the tag's handle");
                }

                SkipSpaces();
                second = ScanTagUri();
                break;
            default:
                ForwardRun(LineLength());
                break;
        }

        if (!IsSpaceBreakOrEnd())
        {
            throw Unexpected("the end of the directive");
        }

        SkipRestOfLine("the end of the directive");
        return new YamlToken(YamlTokenKind.Directive, at, name, first, second);
    }

    private string ScanDirectiveNumber()
    {
        var length = 0;
        while (Peek(length) is >= (byte)'0' and <= (byte)'9')
        {
            length++;
        }

        return length > 0 ? Take(length) : throw Unexpected("a digit of the YAML version");
    }

    private void SkipSpaces()
    {
        var length = 0;
        while (_at + length < _utf8.Length && _utf8[_at + length] == ' ')
        {
            length++;
        }

        _at += length;
        _index += length;
        _column += length;
    }

    private void SkipRestOfLine(string expected)
    {
        SkipSpaces();
        SkipComment();
        if (!IsBreakOrEnd())
        {
            throw Unexpected(expected);
        }

        if (BreakLength() > 0)
        {
            Forward();
        }
    }

    private YamlToken ScanAnchor(YamlTokenKind kind)
    {
        var at = Here;
        Forward();
        var name = ScanWord();
        if (name.Length == 0 || !(IsBlankBreakOrEnd() || Peek() is (byte)'?' or (byte)':' or (byte)',' or (byte)']' or (byte)'}' or (byte)'%' or (byte)'@' or (byte)'`'))
        {
            throw Unexpected(kind is YamlTokenKind.Alias ? "the name of an alias, of letters, digits, '-' and '_'," : "the name of an anchor, of letters, digits, '-' and '_',");
        }

        return new YamlToken(kind, at, name);
    }

    private YamlToken ScanTag()
    {
        var at = Here;
        string? handle = null;
        string suffix;
        if (Peek(1) == '<')
        {
            ForwardRun(2);
            suffix = ScanTagUri();
            if (Peek() != '>')
            {
                throw Unexpected("'>' at the end of a tag");
            }

            Forward();
        }
        else if (IsBlankBreakOrEnd(1))
        {
            suffix = "!";
            Forward();
        }
        else
        {
            // A second '!' before the next blank ends a handle such as !! or !e!.
            var length = 1;
            while (!IsSpaceBreakOrEnd(length) && Peek(length) != '!')
            {
                length++;
            }

            if (Peek(length) == '!')
            {
                handle = ScanTagHandle();
            }
            else
            {
                handle = "!";
                Forward();
            }

            suffix = ScanTagUri();
        }

        if (!IsSpaceBreakOrEnd())
        {
            throw Unexpected("a space behind a tag");
        }

        return new YamlToken(YamlTokenKind.Tag, at, suffix, handle);
    }

    private string ScanTagHandle()
    {
        if (Peek() != '!')
        {
            throw Unexpected("'!' at the start of a tag's handle");
        }

        var length = 1;
        if (Peek(1) != ' ')
        {
            while (IsWordByte(Peek(length)))
            {
                length++;
            }

            if (Peek(length) != '!')
            {
                ForwardRun(length);
                throw Unexpected("'!' at the end of a tag's handle");
            }

            length++;
        }

        return Take(length);
    }

    private string ScanTagUri()
    {
        StringBuilder? uri = null;
        var length = 0;
        while (true)
        {
            var unit = Peek(length);
            if (unit == '%')
            {
                (uri ??= new StringBuilder()).Append(Take(length));
                length = 0;
                ScanUriEscapes(uri);
            }
            else if (char.IsAsciiLetterOrDigit((char)unit) || "-;/?:@&=+$,_.!~*'()[]"u8.Contains(unit))
            {
                length++;
            }
            else
            {
                break;
            }
        }

        if (length == 0 && uri is null)
        {
            throw Unexpected("the name of a tag");
        }

        var rest = Take(length);
        return uri is null ? rest : uri.Append(rest).ToString();
    }

    private void ScanUriEscapes(StringBuilder uri)
    {
        var bytes = new List<byte>();
        while (Peek() == '%')
        {
            Forward();
            if (!char.IsAsciiHexDigit((char)Peek()) || !char.IsAsciiHexDigit((char)Peek(1)))
            {
                throw Unexpected("two hexadecimal digits behind '%' in a tag");
            }

            bytes.Add(Convert.ToByte(Take(2), 16));
        }

        var decoded = CollectionsMarshal.AsSpan(bytes);
        if (!System.Text.Unicode.Utf8.IsValid(decoded))
        {
            throw UnreadableException.Syntax("the escapes in a tag are no UTF-8", Here);
        }

        uri.Append(Encoding.UTF8.GetString(decoded));
    }

    private static bool IsWordByte(byte unit) => char.IsAsciiLetterOrDigit((char)unit) || unit is (byte)'-' or (byte)'_';

    private string ScanWord()
    {
        var length = 0;
        while (IsWordByte(Peek(length)))
        {
            length++;
        }

        return Take(length);
    }

    /// <summary>Takes a run of bytes that holds no line break.</summary>
    private string Take(int length)
    {
        var run = _utf8.Slice(_at, length);
        ForwardRun(length);
        return KeyCache.GetAny(run);
    }

    /// <summary>Where a key without '?' may have begun.</summary>
    private struct SimpleKey
    {
        public bool IsPossible;

        /// <summary>Whether nothing but a key can stand there.</summary>
        public bool IsRequired;
        public int TokenNumber;
        public int Index;
        public int Line;
        public int Column;
        public SourceLocation At;
    }
}
