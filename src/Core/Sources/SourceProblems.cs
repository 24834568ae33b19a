using System.Globalization;

namespace MlPerf.Endpoints.Core.Sources;

/// <summary>Problems that several sources word alike.</summary>
internal static class SourceProblems
{
    public static SourceProblem TooLarge(long lengthBytes, long maxBytes)
        => new(SourceProblemKind.TooLarge, string.Create(CultureInfo.InvariantCulture, $"it has {lengthBytes} bytes, more than the {maxBytes} that are read"));
}
