using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class MinQueryCountRuleTests : PointRuleContract<MinQueryCountRule>
{
    [TestCase("open_orca", 24576)]
    [TestCase("cnn_dailymail", 13368)]
    [TestCase("aime25", 30)]
    [TestCase("gpqa", 198)]
    [TestCase("livecodebench", 880)]
    [TestCase("shopify_product_catalogue", 48289)]
    [TestCase("shopify_product_catalogue_8k", 8000)]
    [TestCase("mlperf_gpt_oss_performance", 6396)]
    [TestCase("mlperf_gpt_oss_accuracy", 4395)]
    [TestCase("math500", 500)]
    public void Asks_for_one_pass_over(string dataset, int minimum)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Summary(48), Completed(dataset, minimum)), Is.EqualTo("pass"));
            Assert.That(KeysAt(Summary(48), Completed(dataset, minimum - 1)), Is.EqualTo("fail"));
        }
    }

    [TestCase("CNN_DailyMail")]
    [TestCase("cnn_dailymail ")]
    [TestCase("")]
    public void Does_not_judge_a_dataset_that_is_not_listed(string dataset)
        => Assert.That(KeysAt(Summary(48), Completed(dataset, 0)), Is.Empty);

    [Test]
    public void Asks_the_Offline_point_too()
        => Assert.That(KeysAt(Summary(512), WithConfig(512, "offline", "dedicated").Set(Summary(512), "n_samples_completed", 13367)), Is.EqualTo("fail"));

    [Test]
    public void Takes_other_counts_from_data()
        => Assert.That(QueryCounts.Parse("""{"mine": 12}"""u8.ToArray()).MinimumFor("mine"), Is.EqualTo(12));

    private static SubmissionBuilder Completed(string dataset, int queries) => WithConfig(48, "dataset", dataset).Set(Summary(48), "n_samples_completed", queries);
}
