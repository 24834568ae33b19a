namespace MlPerf.Endpoints.Rules.Mlx.Records;

/// <summary>The suites to which results of MLPerf Endpoints go.</summary>
public static class MlxSuites
{
    /// <summary>Performance.</summary>
    public const string Throughput = "throughput";

    /// <summary>Accuracy of code.</summary>
    public const string Coding = "coding";

    /// <summary>Accuracy of mathematics.</summary>
    public const string MathHard = "math-hard";

    /// <summary>Accuracy of reasoning.</summary>
    public const string Reasoning = "reasoning";

    /// <summary>The score of an agentic run on the performance run itself.</summary>
    public const string ToolCalling = "tool-calling";

    /// <summary>Accuracy of anything else.</summary>
    public const string CapabilityComparison = "capability-comparison";

    private static readonly (string Part, string Suite)[] ByDataset =
    [
        ("swe_bench", Coding), ("livecodebench", Coding), ("humaneval", Coding), ("mbpp", Coding),
        ("aime", MathHard), ("math", MathHard),
        ("gpqa", Reasoning), ("deepseek_r1", Reasoning), ("gsm8k", Reasoning), ("arc", Reasoning),
    ];

    /// <summary>The suite of a data set, by its name.</summary>
    public static string Of(string dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        foreach (var (part, suite) in ByDataset)
        {
            if (dataset.Replace('-', '_').Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return suite;
            }
        }

        return CapabilityComparison;
    }
}
