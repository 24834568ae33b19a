using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Mlx.Model;

/// <summary>A document that should be an envelope: a whole file, or a line of a JSON Lines file.</summary>
public abstract class EnvelopeTarget : CheckTarget
{
    /// <summary>The line of the file on which the document begins; 1 for a whole file.</summary>
    public required int Line { get; init; }

    /// <summary>A place in the document.</summary>
    /// <param name="location">Line and column as counted within the document; its beginning where null.</param>
    /// <param name="pointer">JSON pointer.</param>
    public Place At(SourceLocation? location = null, string pointer = "")
    {
        var (line, column) = location ?? new SourceLocation(1, 1);
        return new Place(Path, Path, new SourceLocation(Line - 1 + line, column), pointer);
    }
}
