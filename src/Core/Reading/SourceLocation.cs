namespace MlPerf.Endpoints.Core.Reading;

/// <summary>A place in a text file.</summary>
/// <param name="Line">1 for the first line. CR LF, LF and CR end a line.</param>
/// <param name="Column">1 for the first character; counted in Unicode code points, a tab being one.</param>
public readonly record struct SourceLocation(int Line, int Column)
{
    /// <summary><c>line:column</c>.</summary>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
