using System.Runtime.CompilerServices;
using System.Text;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Tools;

/// <summary>An interpolated string whose literals are the code's own words, and whose values are escaped.</summary>
[InterpolatedStringHandler]
internal readonly struct TerminalMessage(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => _text.Append(literal);

    public void AppendFormatted<T>(T value) => AppendFormatted(value, 0, null);

    public void AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

    public void AppendFormatted<T>(T value, string? format) => AppendFormatted(value, 0, format);

    public void AppendFormatted<T>(T value, int alignment, string? format)
    {
        var text = TerminalText.Escape(value is IFormattable formattable ? formattable.ToString(format, System.Globalization.CultureInfo.InvariantCulture) : value?.ToString());
        _text.Append(alignment < 0 ? text.PadRight(-alignment) : text.PadLeft(alignment));
    }

    /// <summary>A part that is such a message itself.</summary>
    public void AppendFormatted(TerminalMessage message) => _text.Append(message._text);

    public override string ToString() => _text?.ToString() ?? "";
}
