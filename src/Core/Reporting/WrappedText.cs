using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>Writes words to a terminal: wrapped between words where a width is known, coloured where colours are wanted, never cut.</summary>
internal sealed class WrappedText(TextWriter output, int width, bool useColor)
{
    private int _column;

    /// <summary>Writes a piece that stays whole.</summary>
    public void Write(string piece, TextColor color)
    {
        var shown = TerminalText.Escape(piece);
        if (useColor && color is not TextColor.None)
        {
            output.Write(Code(color));
            output.Write(shown);
            output.Write("\u001b[0m");
        }
        else
        {
            output.Write(shown);
        }

        _column += Columns(shown);
    }

    /// <summary>A blank, or a line end with an indentation where the line is full already.</summary>
    public void Space(int indent = 0)
    {
        if (width > 0 && indent > 0 && _column >= width - 8)
        {
            NewLine(indent);
        }
        else
        {
            output.Write(' ');
            _column++;
        }
    }

    /// <summary>Writes words after what stands in the line already, wrapped at blanks and indented.</summary>
    public void Words(string text, int indent)
    {
        foreach (var word in TerminalText.Escape(text).Split(' '))
        {
            var length = Columns(word);
            if (width > 0 && _column + 1 + length > width && _column > indent)
            {
                NewLine(indent);
            }
            else if (_column > 0)
            {
                output.Write(' ');
                _column++;
            }

            output.Write(word);
            _column += length;
        }
    }

    public void EndLine()
    {
        output.Write('\n');
        _column = 0;
    }

    private void NewLine(int indent)
    {
        output.Write('\n');
        output.Write(new string(' ', indent));
        _column = indent;
    }

    private static int Columns(string text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            columns += Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : IsWide(rune.Value) ? 2 : 1;
        }

        return columns;
    }

    private static bool IsWide(int rune)
        => rune is (>= 0x1100 and <= 0x115f) or (>= 0x2e80 and <= 0xa4cf) or (>= 0xac00 and <= 0xd7a3) or (>= 0xf900 and <= 0xfaff)
            or (>= 0xfe30 and <= 0xfe6f) or (>= 0xff00 and <= 0xff60) or (>= 0xffe0 and <= 0xffe6) or (>= 0x1f300 and <= 0x1faff) or (>= 0x20000 and <= 0x3fffd);

    private static string Code(TextColor color) => color switch
    {
        TextColor.Dim => "\u001b[2m",
        TextColor.Error => "\u001b[1;31m",
        TextColor.Warning => "\u001b[33m",
        TextColor.Passed => "\u001b[1;32m",
        TextColor.Rule => "\u001b[36m",
        _ => "\u001b[3m",
    };
}
