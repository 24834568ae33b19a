using System.Globalization;

namespace MlPerf.Endpoints.Core.Reading;

/// <summary>The faults of one file, of which there may be as many as the file has values.</summary>
internal static class FieldProblems
{
    /// <summary>Most faults that are kept of one file; one more then says that there are others.</summary>
    public const int MaxPerFile = 10_000;

    /// <summary>Adds a fault as long as there is room. The first one too many keeps its key and place but says that it is.</summary>
    public static void Note(this List<FieldProblem> problems, FieldProblem problem)
    {
        if (problems.Count < MaxPerFile)
        {
            problems.Add(problem);
        }
        else if (problems.Count == MaxPerFile)
        {
            problems.Add(problem with
            {
                Expected = string.Create(CultureInfo.InvariantCulture, $"a file of at most {MaxPerFile} faults; this is one more, and those behind it are not listed"),
            });
        }
    }
}
