using System.Globalization;
using System.Numerics;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Runner.Orders;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

public sealed class OrderVectorTests
{
    private static IEnumerable<TestCaseData> Orders => AuditVectors.OfRunner("orders");

    [TestCaseSource(nameof(Orders))]
    public void Takes_rows_in_the_order_of_the_tool(JsonElement vector)
    {
        var order = vector.GetProperty("kind").GetString() switch
        {
            "without_replacement" => SampleOrder.WithoutReplacement,
            "with_replacement" => SampleOrder.WithReplacement,
            _ => SampleOrder.Single,
        };
        var seed = BigInteger.Parse(vector.GetProperty("seed").GetString()!, CultureInfo.InvariantCulture);
        var sequence = new SampleSequence(order, vector.GetProperty("size").GetInt32(), seed, vector.TryGetProperty("fixed_index", out var index) ? index.GetInt32() : 0);

        Assert.That(vector.GetProperty("first").EnumerateArray().Select(_ => sequence.Next()), Is.EqualTo(vector.GetProperty("first").EnumerateArray().Select(row => row.GetInt32())));
    }

    [Test]
    public void Draws_the_words_of_the_tool()
    {
        var random = new MersenneTwister(42);

        var words = AuditVectors.RunnerRoot.GetProperty("mt19937_seed_42_words").EnumerateArray().Select(word => word.GetUInt32()).ToList();

        Assert.That(words.Select(_ => random.NextWord()), Is.EqualTo(words));
    }

    [Test]
    public void Salts_as_the_tool_does()
    {
        var salt = new WarmupSalt(42);

        var expected = AuditVectors.RunnerRoot.GetProperty("salt_seed_44").GetProperty("hex").EnumerateArray().Select(hex => hex.GetString()).ToList();

        Assert.That(expected.Select(_ => salt.Next()), Is.EqualTo(expected));
    }

    [Test]
    public void Paces_as_the_tool_does()
    {
        var gaps = new PoissonGaps(10, 42);

        var expected = AuditVectors.RunnerRoot.GetProperty("poisson_10qps_seed_42_delays_ns").EnumerateArray().Select(gap => gap.GetInt64()).ToList();

        Assert.That(expected.Select(_ => gaps.NextNs()), Is.EqualTo(expected));
    }
}
