namespace MlPerf.Endpoints.Core.Formats;

/// <summary>The formats that Core itself reads, newest first.</summary>
internal static class BuiltinFormats
{
    public static IReadOnlyList<ISubmissionFormat> All { get; } = [new V1_0.V1_0Format(), new V0_7.V0_7Format()];
}
