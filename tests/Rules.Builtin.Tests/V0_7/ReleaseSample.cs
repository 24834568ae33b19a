using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7;

/// <summary>Places in the clean sample of the release dialect: maximum supported concurrency 512, so low throughput is 33–40, medium 41–93, high 94–564.</summary>
internal static class ReleaseSample
{
    public const string Description = "systems/kestrel-b200x8.json";
    public const string System = "pareto/kestrel-b200x8";
    public const string ModelName = "Llama-3_1-8B-Instruct";
    public const string Model = $"{System}/{ModelName}";
    public const string Points = $"{Model}/points";
    public const string Accuracy = $"{Model}/results/point_512/accuracy/results.json";

    public static string Point(int concurrency) => $"{Points}/point_{concurrency}.yaml";

    public static string Results(BigInteger concurrency) => string.Create(CultureInfo.InvariantCulture, $"{Model}/results/point_{concurrency}");

    public static string Summary(BigInteger concurrency) => $"{Results(concurrency)}/results_summary.json";

    /// <summary>The sample.</summary>
    public static SubmissionBuilder Clean() => SubmissionBuilder.V0_7Release();

    /// <summary>The point file <c>point_256.yaml</c> declares another concurrency, and the results of 256 stand in its folder.</summary>
    public static SubmissionBuilder WithConcurrency(BigInteger concurrency) => Clean()
        .Set(Point(256), "concurrency", concurrency)
        .Unset(Point(256), "region")
        .Copy(Results(256), Results(concurrency));

    /// <summary>As many points as asked for, at concurrencies from 100 on where there are more than the sample's seven.</summary>
    public static SubmissionBuilder WithPoints(int count)
    {
        var sample = Clean();
        foreach (var surplus in (int[])[64, 36, 32, 16, 8, 256])
        {
            if (count < 7)
            {
                sample.Remove(Point(surplus));
                count++;
            }
        }

        for (var more = 0; more < count - 7; more++)
        {
            sample.Copy(Point(256), Point(100 + more)).Set(Point(100 + more), "concurrency", 100 + more);
        }

        return sample;
    }
}
