using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>Where a result stands: the path that the reference reports, and where the fault truly is.</summary>
/// <param name="Path">What the reference reports: a file that may be missing, a folder, or null.</param>
/// <param name="File">The file that holds the fault; null where there is none, or none of its own.</param>
/// <param name="Location">Line and column in <paramref name="File"/>.</param>
/// <param name="Pointer">JSON pointer in <paramref name="File"/>; <c>""</c> is the whole document.</param>
public readonly record struct Place(SubmissionPath? Path, SubmissionPath? File = null, SourceLocation? Location = null, string? Pointer = null)
{
    /// <summary>Nowhere in particular: the reference reports no path.</summary>
    public static Place Nowhere => default;

    /// <summary>A file or folder as a whole.</summary>
    public static implicit operator Place(SubmissionPath path) => FromSubmissionPath(path);

    /// <summary>A file or folder as a whole.</summary>
    public static Place FromSubmissionPath(SubmissionPath path) => new(path);

    /// <summary>A document: its problem's place if it has one, else its beginning.</summary>
    public static Place In(Document document) => new(document.Path, document.Path, document.Problem?.Location ?? document.Root?.Location);

    /// <summary>A node of a document.</summary>
    public static Place In(Document document, Node? node, string pointer) => new(document.Path, document.Path, node?.Location ?? document.Root?.Location, pointer);

    /// <summary>A member of a document's top-level mapping, or the mapping itself where the member is missing.</summary>
    public static Place Member(Document document, string name)
        => document.Root?[name] is { } node ? In(document, node, $"/{name}") : In(document, document.Root, "");

    /// <summary>The place of a field's problem.</summary>
    public static Place Of(Document document, FieldProblem problem) => new(document.Path, document.Path, problem.Location ?? document.Root?.Location, problem.Pointer);

    /// <summary>The same place, reported under another path.</summary>
    public Place ReportedAt(SubmissionPath? path) => this with { Path = path };
}
