using MlPerf.Endpoints.Rules.Builtin.V1_0.Points;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Points;

public sealed class PointDisclosureCompleteRuleTests : PointRuleContract<PointDisclosureCompleteRule>
{
    private static readonly string[] Required =
    [
        "division", "max_supported_concurrency", "model_name", "model_precision", "link_to_model", "dataset_name", "dataset_type", "dataset_link",
        "shared_src", "shared_docs", "seed_set", "target_cohort",
    ];

    [TestCaseSource(nameof(Required))]
    public void Asks_for(string field)
    {
        var absent = At(Config(8), Clean().Unset(Config(8), field)).Single();
        var isNull = At(Config(8), WithConfig(8, field, null)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(absent.Key, Is.EqualTo("fail"));
            Assert.That(absent.Message, Does.EndWith(field));
            Assert.That(isNull.Key, Is.EqualTo("fail"));
            Assert.That(isNull.Pointer, Is.EqualTo($"/{field}"));
        }
    }

    [TestCaseSource(nameof(Required))]
    public void Takes_an_empty_text_for_nothing_and_a_blank_for_something(string field)
    {
        Assume.That(field, Is.Not.EqualTo("max_supported_concurrency"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(KeysAt(Config(8), WithConfig(8, field, "")), Is.EqualTo("fail"));
            Assert.That(KeysAt(Config(8), WithConfig(8, field, " ")), Is.EqualTo("pass"));
        }
    }

    [Test]
    public void Takes_zero_for_something()
        => Assert.That(KeysAt(Config(8), WithConfig(8, "max_supported_concurrency", 0)), Is.EqualTo("pass"));

    [Test]
    public void Names_all_that_is_missing_in_the_order_of_the_policy()
        => Assert.That(
            At(Config(8), WithConfig(8, "{" + string.Join(", ", Required.Reverse().Select(field => $"{field}: null")) + "}")).Single().Message,
            Does.EndWith(string.Join(", ", Required)));
}
