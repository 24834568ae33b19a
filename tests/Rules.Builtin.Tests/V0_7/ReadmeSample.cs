using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7;

/// <summary>Places in the clean sample of the readme dialect: maximum supported concurrency 256, so low throughput is 33–38, medium 39–69, high 70–282.</summary>
internal static class ReadmeSample
{
    public const string Description = "systems/lumen-mi325x8.json";
    public const string System = "pareto/lumen-mi325x8";
    public const string ModelName = "llama2-70b";
    public const string Model = $"{System}/{ModelName}";
    public const string Points = $"{Model}/points";
    public const string AccuracyLog = $"{Model}/accuracy/accuracy.txt";
    public const string Accuracy = $"{Model}/accuracy/accuracy_result.json";

    public static string Point(int concurrency) => $"{Points}/point_{concurrency}.yaml";

    public static string Summary(int concurrency) => $"{Model}/results/point_{concurrency}/mlperf_endpoints_log_summary.json";

    public static string Detail(int concurrency) => $"{Model}/results/point_{concurrency}/mlperf_endpoints_log_detail.json";

    /// <summary>The sample.</summary>
    public static SubmissionBuilder Clean() => SubmissionBuilder.V0_7Readme();
}
