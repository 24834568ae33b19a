namespace MlPerf.Endpoints.Audits.Runner.Metrics;

/// <summary>Why answers end, as counters name it.</summary>
internal static class FinishReasons
{
    public static readonly string[] Names = ["stop", "length", "tool_calls", "content_filter", "function_call", "other"];

    private static readonly byte[][] Utf8Names = [.. Names.Select(System.Text.Encoding.ASCII.GetBytes)];

    /// <summary>The counter of a reason; unknown reasons count as other.</summary>
    public static int IndexOf(ReadOnlySpan<byte> reason)
    {
        for (var index = 0; index < Utf8Names.Length - 1; index++)
        {
            if (reason.SequenceEqual(Utf8Names[index]))
            {
                return index;
            }
        }

        return Names.Length - 1;
    }
}
