using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>All faults of a file's fields in one sentence.</summary>
internal static class FieldFaults
{
    public static string Text(IReadOnlyList<FieldProblem> problems)
        => string.Join("; ", problems.Select(problem => $"{(problem.Field.Length == 0 ? "the file" : problem.Field)}: expected {problem.Expected}{(problem.Found is { } found ? $", found {found}" : "")}")) + ".";
}
