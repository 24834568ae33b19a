using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A number of an accuracy file that no computation can use: an integer beyond the range of a double, or a count that is infinite (v1.0).</summary>
/// <remarks>It is a fault only where something computes with it; see <see cref="AccuracyEntry"/>.</remarks>
/// <param name="Name">The member's name.</param>
/// <param name="Found">The number, shortened.</param>
/// <param name="Location">Where it stands.</param>
/// <param name="Pointer">Its place in the file, as a JSON pointer.</param>
public sealed record AccuracyOverflow(string Name, string Found, SourceLocation Location, string Pointer);
