using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>Ends the reading of a list at its first fault; never leaves the reader.</summary>
internal sealed class UnusableException(Node node, string expected) : Exception(expected)
{
    /// <summary>Where the fault is.</summary>
    public Node Node { get; } = node;

    /// <summary>What was expected there, as a clause.</summary>
    public string Expected { get; } = expected;
}
