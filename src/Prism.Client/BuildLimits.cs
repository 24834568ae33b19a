using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Prism.Client;

/// <summary>Bounds on documents that are read in order to be written again: everything is kept, and files may be large.</summary>
internal static class BuildLimits
{
    public static ReadLimits Documents { get; } = new() { MaxFileBytes = 1L << 30, MaxUnknownBytes = int.MaxValue, MaxNodes = 50_000_000 };
}
