using System.Text;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Tools;

/// <summary>Writes for people and programs, and is the only way to do so: whatever text it is given, from a submission, a service, a file name or an argument, cannot drive
/// the terminal, reorder a line, hide in it or begin another one. What must not be escaped is a literal of the code (in an interpolated string) or says so by its method.</summary>
/// <param name="target">Where to.</param>
/// <param name="before">Done before anything is written: hands on what another output still buffers.</param>
internal sealed class TerminalWriter(TextWriter target, Action? before = null)
{
    private EscapingTextWriter? _lines;
    private EscapingTextWriter? _coloured;
    private EscapingTextWriter? _json;

    /// <summary>For a host whose output is any writer.</summary>
    public static implicit operator TerminalWriter(TextWriter target) => new(target);

    /// <summary>For writers of whole texts that escape their values themselves: lines stay, all else is escaped.</summary>
    public TextWriter Lines => _lines ??= new EscapingTextWriter(target, EscapingForm.Lines);

    /// <summary>The same, and colours stay.</summary>
    public TextWriter ColouredLines => _coloured ??= new EscapingTextWriter(target, EscapingForm.ColouredLines);

    /// <summary>For JSON documents: what cannot be seen is escaped as JSON escapes it.</summary>
    public TextWriter Json => _json ??= new EscapingTextWriter(target, EscapingForm.Json);

    /// <summary>Writes text within a line.</summary>
    public void Write(string text)
    {
        before?.Invoke();
        target.Write(TerminalText.Escape(text));
    }

    /// <summary>Writes literals as they are, and everything between them escaped.</summary>
    public void Write(TerminalMessage message)
    {
        before?.Invoke();
        target.Write(message.ToString());
    }

    /// <summary>Ends a line.</summary>
    public void WriteLine() => target.Write('\n');

    /// <summary>Writes one line.</summary>
    public void WriteLine(string text)
    {
        Write(text);
        target.Write('\n');
    }

    /// <inheritdoc cref="Write(TerminalMessage)"/>
    public void WriteLine(TerminalMessage message)
    {
        Write(message);
        target.Write('\n');
    }

    /// <summary>Writes a text of several lines, such as a rule's page: only its line feeds stay.</summary>
    public void WriteLines(string text) => Lines.Write(text);

    /// <summary>Writes a JSON document and ends the line.</summary>
    public void WriteJson(string json)
    {
        Json.Write(json);
        target.Write('\n');
    }

    /// <summary>Writes a JSON document that somebody writes as UTF-8, and ends the line.</summary>
    public void WriteJson(Action<Stream> write)
    {
        using var utf8 = new MemoryStream();
        write(utf8);
        WriteJson(Encoding.UTF8.GetString(utf8.GetBuffer(), 0, (int)utf8.Length));
    }

    /// <summary>Hands on what is buffered.</summary>
    public void Flush() => target.Flush();
}
