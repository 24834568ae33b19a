namespace MlPerf.Endpoints.Core.Sources;

/// <summary>One entry of a folder.</summary>
/// <param name="Name">The name, without its folder.</param>
/// <param name="Kind">What it is, links followed.</param>
/// <param name="LengthBytes">Size of a file in bytes; 0 for anything else.</param>
/// <param name="IsLink">Whether it is a link to what <paramref name="Kind"/> says.</param>
public readonly record struct SourceEntry(string Name, EntryKind Kind, long LengthBytes, bool IsLink = false);
