using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.V0_7;

/// <summary>What the rules about whole files answer: the file cannot be read, a field is missing, a field holds something else than it should.</summary>
/// <remarks>The reference prints no clause for any of them.</remarks>
internal sealed class FileOutcomes
{
    private const string NoClause = "";

    /// <summary>Declares the outcomes for one kind of file.</summary>
    /// <param name="file">What the file is, for messages: "the point file".</param>
    /// <param name="language">The language it is written in, for the fix: "JSON".</param>
    public FileOutcomes(string file, string language)
    {
        Unreadable = Outcome.Error(
            key: "unreadable",
            spec: NoClause,
            message: file + " cannot be read: {detail}",
            fix: "Put a regular file of valid " + language + " in UTF-8 there; any " + language + " parser shows the rest of what it objects to.");
        Missing = Outcome.Error(
            key: "missing",
            spec: NoClause,
            message: file + " lacks {field}, expected {expected}",
            fix: "Add {field}: {expected}.");
        Refused = Outcome.Error(
            key: "field",
            spec: NoClause,
            message: "{field} of " + file + " is {found}, expected {expected}",
            fix: "Correct {field}: write {expected}.");
    }

    /// <summary>The file as a whole is of no use.</summary>
    public Outcome Unreadable { get; }

    /// <summary>A required field is absent.</summary>
    public Outcome Missing { get; }

    /// <summary>A field's value is refused.</summary>
    public Outcome Refused { get; }

    /// <summary>One result for an unreadable file, else one a fault of its fields; none for a sound or missing file.</summary>
    public IEnumerable<RuleResult> Judge<T>(FileReading<T> reading)
        where T : class
    {
        if (!reading.Exists)
        {
            yield break;
        }

        if (reading.Document.Problem is { } problem)
        {
            yield return Unreadable.At(Place.In(reading.Document), ("detail", problem.Detail));
        }

        foreach (var fault in reading.Problems)
        {
            yield return Of(reading.Document, fault);
        }
    }

    /// <summary>The result for one fault.</summary>
    public RuleResult Of(Document document, FieldProblem fault)
    {
        var field = fault.Field.Length == 0 ? "the top level" : fault.Field;
        return fault.Key is FieldKeys.Missing
            ? Missing.At(Place.Of(document, fault), ("field", field), ("expected", fault.Expected))
            : Refused.At(Place.Of(document, fault), ("field", field), ("found", fault.Found), ("expected", fault.Expected));
    }
}
