using System.Buffers;
using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Tools;

/// <summary>A writer for writers of others: of reports, of help, of JSON documents.</summary>
internal sealed class EscapingTextWriter(TextWriter target, EscapingForm form) : TextWriter(CultureInfo.InvariantCulture)
{
    private const char Escape = '\u001b';
    private const int LongestColour = 12;

    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c), '\n']);

    private static readonly SearchValues<char> ColourParameters = SearchValues.Create("0123456789;");

    public override Encoding Encoding => target.Encoding;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (!buffer.ContainsAnyExcept(Plain))
        {
            target.Write(buffer);
        }
        else if (form is EscapingForm.Json)
        {
            WriteJson(buffer);
        }
        else
        {
            WriteText(buffer);
        }
    }

    public override void WriteLine() => target.Write('\n');

    public override void WriteLine(string? value)
    {
        Write(value);
        target.Write('\n');
    }

    public override void Flush() => target.Flush();

    private void WriteText(ReadOnlySpan<char> text)
    {
        while (form is EscapingForm.ColouredLines && text.IndexOf(Escape) is var at and >= 0)
        {
            var length = ColourLength(text[at..]);
            target.Write(TerminalText.Escape(text[..at].ToString(), keepsLines: true));
            target.Write(length > 0 ? text.Slice(at, length) : "\\u001b");
            text = text[(at + Math.Max(length, 1))..];
        }

        target.Write(TerminalText.Escape(text.ToString(), keepsLines: true));
    }

    // ESC [ digits and semicolons m
    private static int ColourLength(ReadOnlySpan<char> text)
    {
        if (text is not [Escape, '[', ..])
        {
            return 0;
        }

        var end = text[2..].IndexOfAnyExcept(ColourParameters);
        return end is >= 0 and < LongestColour && text[end + 2] == 'm' ? end + 3 : 0;
    }

    private void WriteJson(ReadOnlySpan<char> json)
    {
        foreach (var rune in json.EnumerateRunes())
        {
            var text = rune.ToString();
            if (rune.Value is '\n' or '\r' or '\t' || string.Equals(TerminalText.Escape(text), text, StringComparison.Ordinal))
            {
                target.Write(text);
                continue;
            }

            foreach (var unit in text)
            {
                target.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:x4}"));
            }
        }
    }
}
