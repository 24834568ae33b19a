namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Why a document has no node tree.</summary>
public enum DocumentProblemKind
{
    /// <summary>Nothing stands at the path.</summary>
    Missing,

    /// <summary>It cannot be opened as a file: a folder, a device, a link out of the submission, no permission, too large.</summary>
    Io,

    /// <summary>Its bytes are no UTF-8.</summary>
    Encoding,

    /// <summary>It breaks the grammar of its language, or a bound of the reader (nesting, digits).</summary>
    Syntax,
}
