using System.Globalization;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Runner.Metrics;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

public sealed class EarlyStoppingVectorTests
{
    private static IEnumerable<TestCaseData> MinPassing => AuditVectors.OfRunner("es_min_passing");

    private static IEnumerable<TestCaseData> Estimates => AuditVectors.OfRunner("es_estimates");

    [TestCaseSource(nameof(MinPassing))]
    public void Finds_how_many_must_pass(JsonElement vector)
        => Assert.That(EarlyStopping.MinPassing(vector.GetProperty("t").GetInt64(), vector.GetProperty("p").GetDouble() / 100), Is.EqualTo(vector.GetProperty("min_passing").GetInt64()));

    [TestCaseSource(nameof(Estimates))]
    public void Finds_the_place_of_the_estimate(JsonElement vector)
    {
        var count = vector.GetProperty("n").GetInt64();

        using (Assert.EnterMultipleScope())
        {
            foreach (var percentile in vector.GetProperty("by_percentile").EnumerateObject())
            {
                var p = double.Parse(percentile.Name, CultureInfo.InvariantCulture);
                var estimate = percentile.Value.GetProperty("estimate");

                // The vectors' values are 1…n in order, so that the value is its place counted from 1.
                Assert.That(EarlyStopping.Place(count, p) + 1, Is.EqualTo(estimate.ValueKind is JsonValueKind.Null ? null : estimate.GetInt64()), percentile.Name);
                Assert.That(EarlyStopping.Floor(p), Is.EqualTo(percentile.Value.GetProperty("min_queries").GetInt64()), percentile.Name);
            }
        }
    }
}
