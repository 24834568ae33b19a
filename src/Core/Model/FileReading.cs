using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A typed file that was looked for: its document, the faults of its fields, and the record where there is none.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <param name="Document">The document, readable or not, existing or not.</param>
/// <param name="Problems">Faults of fields; empty where the document itself could not be read.</param>
/// <param name="Value">The record; null where anything was wrong.</param>
public sealed record FileReading<T>(Document Document, IReadOnlyList<FieldProblem> Problems, T? Value)
    where T : class
{
    /// <summary>Whether something stands at the path.</summary>
    public bool Exists => Document.Exists;
}
