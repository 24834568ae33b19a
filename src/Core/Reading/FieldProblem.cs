namespace MlPerf.Endpoints.Core.Reading;

/// <summary>One fault of a typed field.</summary>
/// <param name="Key">The fault's key as the rule book names it: <c>missing</c>, <c>int_parsing</c>, <c>greater_than</c> … (rules 1.0 part 1, §3.4 and §5.1).</param>
/// <param name="Field">Dotted path of the field with list indexes, <c>node_types.0.driver</c>; <c>""</c> for the document itself.</param>
/// <param name="Pointer">The same as a JSON pointer, <c>/node_types/0/driver</c>. A missing field points at its object.</param>
/// <param name="Location">Where the fault is; a missing field's is that of its object.</param>
/// <param name="Expected">What was expected, as a noun phrase: "an integer of at least 1".</param>
/// <param name="Found">What was found, shortened to about 60 characters; null where nothing was.</param>
public sealed record FieldProblem(string Key, string Field, string Pointer, SourceLocation? Location, string Expected, string? Found);
