using System.Globalization;

namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Problems that several sources word alike.</summary>
internal static class SourceProblems
{
    public static SourceProblem AccessDenied { get; } = new(SourceProblemKind.AccessDenied, "the operating system refuses access");

    public static SourceProblem Failed(string report) => new(SourceProblemKind.Failed, $"the operating system reports '{report}'");

    public static SourceProblem TooLarge(long lengthBytes, long maxBytes)
        => new(SourceProblemKind.TooLarge, string.Create(CultureInfo.InvariantCulture, $"it has {lengthBytes} bytes, more than the {maxBytes} that are read"));
}
