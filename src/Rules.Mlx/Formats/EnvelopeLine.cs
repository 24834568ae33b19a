namespace MlPerf.Endpoints.Rules.Mlx.Formats;

/// <summary>A line of a JSON Lines file.</summary>
/// <param name="Number">1 for the first line.</param>
/// <param name="Utf8">Its bytes without the line end, valid only until the next line is asked for; empty where it is too long.</param>
/// <param name="LengthBytes">Its length in bytes.</param>
/// <param name="IsTooLong">Whether it is longer than what was asked to be held.</param>
public readonly record struct EnvelopeLine(long Number, ReadOnlyMemory<byte> Utf8, long LengthBytes, bool IsTooLong);
