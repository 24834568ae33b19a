using MlPerf.Endpoints.Rules.Builtin.V0_7.Metrics;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Metrics;

public sealed class MinQueryCountRuleTests : BuiltinRuleContract<MinQueryCountRule>
{
    [TestCase("dataset-b", 10, ExpectedResult = "pass")]
    [TestCase("dataset-b", 9, ExpectedResult = "fail")]
    [TestCase("dataset-c", 99, ExpectedResult = "fail")]
    [TestCase("Dataset-C", 99, ExpectedResult = null)]
    [TestCase("cnn_dailymail", 1, ExpectedResult = null)]
    public string? Judges_at_the_limit_of_the_data_set(string dataset, int completed)
        => Check(ReleaseSample.Clean().Set(ReleaseSample.Point(8), "dataset", dataset).Set(ReleaseSample.Summary(8), "n_samples_completed", completed)).SingleOrDefault()?.Key;
}
