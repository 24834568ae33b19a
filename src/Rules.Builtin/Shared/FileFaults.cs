using System.Collections.Immutable;
using System.Runtime.InteropServices;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Builtin.Shared;

/// <summary>The outcomes of a rule that says whether a typed file is well formed: one for each kind of fault that the file can have.</summary>
/// <remarks>A result names the values <c>file</c>, <c>field</c>, <c>expected</c> and <c>input</c>; one about the file as a whole <c>file</c>, <c>format</c> and <c>error</c>.</remarks>
internal sealed class FileFaults
{
    private readonly string _file;

    /// <summary>Declares the outcomes.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="spec">The clause as printed.</param>
    /// <param name="keys">The shared keys (<see cref="FieldKeys"/>, <see cref="FileFaultKeys"/>) that the file's fields can have.</param>
    /// <param name="own">Outcomes for keys of the file's own; their messages may name the same values, and <c>value</c>, which is the input.</param>
    public FileFaults(string file, SpecReference spec, string[] keys, params Outcome[] own)
    {
        _file = file;
        var outcomes = new Outcome[keys.Length + own.Length];
        for (var index = 0; index < keys.Length; index++)
        {
            outcomes[index] = Shared(keys[index], spec);
        }

        own.CopyTo(outcomes, keys.Length);
        Outcomes = ImmutableCollectionsMarshal.AsImmutableArray(outcomes);
    }

    /// <summary>Every outcome, for the rule's descriptor.</summary>
    public ImmutableArray<Outcome> Outcomes { get; }

    /// <summary>The result about a fault of a field.</summary>
    public RuleResult Of(Document document, FieldProblem problem) => Find(problem.Key).At(
        Place.Of(document, problem),
        ("file", _file),
        ("field", problem.Field.Length == 0 ? "the document" : problem.Field),
        ("expected", problem.Expected),
        ("input", problem.Found),
        ("value", problem.Found));

    /// <summary>The result about a file that could not be read; one that is missing is not asked about.</summary>
    public RuleResult Unreadable(Document document) => Find(document.Problem is { Kind: DocumentProblemKind.Io } ? FileFaultKeys.IoError : FileFaultKeys.ParseError).At(
        Place.In(document),
        ("file", _file),
        ("format", document.Language is DocumentLanguage.Json ? "JSON" : "YAML"),
        ("error", document.Problem?.Detail ?? "it holds nothing"));

    /// <summary>Every fault of a file that exists: that it cannot be read, or those of its fields.</summary>
    public IEnumerable<RuleResult> All(Document document, IReadOnlyList<FieldProblem> problems)
    {
        if (document.Root is null)
        {
            yield return Unreadable(document);
        }

        foreach (var problem in problems)
        {
            yield return Of(document, problem);
        }
    }

    private Outcome Find(string key)
    {
        foreach (var outcome in Outcomes)
        {
            if (string.Equals(outcome.Key, key, StringComparison.Ordinal))
            {
                return outcome;
            }
        }

        throw new InvalidOperationException($"A fault with key '{key}' in {_file} has no outcome.");
    }

    private static Outcome Shared(string key, SpecReference spec) => key switch
    {
        FileFaultKeys.ParseError => Outcome.Error(key, spec, "{file} cannot be read as {format}: {error}", "Write {file} anew as valid {format} in UTF-8, within the limits on size and nesting."),
        FileFaultKeys.IoError => Outcome.Error(key, spec, "{file} cannot be opened: {error}", "Put a regular, readable file in this place."),
        FileFaultKeys.NotAMapping => Outcome.Error(key, spec, "the top level of {file} is {input}, expected {expected}", "Write the fields of {file} as `name: value` at the top level."),
        FieldKeys.Missing => Outcome.Error(key, spec, "{field} is missing, expected {expected}", "Add {field} to {file}."),
        FieldKeys.ExtraForbidden => Outcome.Error(key, spec, "{field} is no field of this object", "Remove {field} from {file}, or correct its spelling."),
        FieldKeys.Unworded => Outcome.Error(key, spec, "{field} is {input}, which cannot be used: expected {expected}", "Correct {field} in {file}."),
        FieldKeys.ModelType or FieldKeys.DictType => Outcome.Error(key, spec, "{field} is {input}, expected {expected}", "Write {field} of {file} as a mapping from names to values."),
        FieldKeys.ListType => Outcome.Error(key, spec, "{field} is {input}, expected {expected}", "Write {field} of {file} as a list, also where it has one item only."),
        FieldKeys.StringType => Outcome.Error(key, spec, "{field} is {input}, expected {expected}", "Put the value of {field} in quotes, so that it is read as text."),
        FieldKeys.IntType or FieldKeys.IntParsing or FieldKeys.IntFromFloat => Outcome.Error(key, spec, "{field} is {input}, expected {expected}", "Write {field} of {file} as a whole number without unit or exponent."),
        FieldKeys.FloatType or FieldKeys.FloatParsing => Outcome.Error(key, spec, "{field} is {input}, expected {expected}", "Write {field} of {file} as a plain number without unit."),
        FieldKeys.BoolType or FieldKeys.BoolParsing => Outcome.Error(key, spec, "{field} is {input}, expected {expected}", "Write {field} of {file} as true or false."),
        _ => Outcome.Error(key, spec, "{field} is {input}, expected {expected}", "Correct {field} in {file}."),
    };
}
