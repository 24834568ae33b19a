using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Model;

public sealed class RegionPlannerTests
{
    [Test]
    public void Proposes_seven_points_spread_over_the_orders_of_magnitude()
    {
        var plan = RegionPlanner.Plan(512, 8, 7).Value!;

        Assert.That(
            plan.Points.Select(point => $"{point.Concurrency} {point.Region}"),
            Is.EqualTo(new[]
            {
                "8 low_latency", "12 low_concurrency", "35 med_concurrency", "68 med_concurrency", "134 high_concurrency", "262 high_concurrency", "512 high_concurrency",
            }));
    }

    [TestCase(512, 8, 4)]
    [TestCase(33, 31, 3)]
    [TestCase(33, 32, 2)]
    [TestCase(34, 32, 3)]
    public void Needs_a_point_for_each_region_that_is_not_empty(int cMax, int cMin, int necessary)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RegionPlanner.Plan(cMax, cMin, necessary).Value!.Points.Length, Is.EqualTo(necessary));
            Assert.That(RegionPlanner.Plan(cMax, cMin, necessary - 1).Reason, Does.Contain($"at least {necessary} are needed"));
        }
    }

    [Test]
    public void Says_how_many_concurrencies_there_are()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RegionPlanner.Plan(36, 32, 5).Value?.Points.Select(point => (int)point.Concurrency), Is.EqualTo(new[] { 32, 33, 34, 35, 36 }));
            Assert.That(RegionPlanner.Plan(36, 32, 6).Reason, Does.Contain("only 5 different concurrencies"));
        }
    }

    [TestCase(32, 8)]
    [TestCase(512, 0)]
    [TestCase(512, 33)]
    public void Says_why_there_are_no_regions(int cMax, int cMin) => Assert.That(RegionPlanner.Plan(cMax, cMin, 7).Reason, Does.Contain("C_min must lie from 1 to 32"));

    [Test]
    public void Plans_for_any_size()
    {
        var plan = RegionPlanner.Plan(BigInteger.Pow(10, 300), 1, 32).Value!;

        Assert.That(plan.Points.Select(point => point.Region).Distinct().Count(), Is.EqualTo(4));
    }

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Covers_every_region_with_the_regions_that_follow_from_it()
        => Prop.ForAll(
            ArbMap.Default.ArbFor<(PositiveInt Max, PositiveInt Min, PositiveInt Count)>(),
            input =>
            {
                var (cMax, cMin) = (33 + (input.Max.Get % 100_000), 1 + (input.Min.Get % 32));
                var count = 4 + (input.Count.Get % 29);
                if (RegionPlanner.Plan(cMax, cMin, count).Value is not { } plan)
                {
                    return cMax - cMin + 1 < count;
                }

                var concurrencies = plan.Points.Select(point => point.Concurrency).ToList();
                var regions = RegionBoundaries.V1_0(cMax, concurrencies.Min() is var lowest && lowest < 32 ? lowest : 32)!;
                return plan.Points.Length == count
                    && concurrencies.Zip(concurrencies.Skip(1)).All(pair => pair.First < pair.Second)
                    && concurrencies[0] == cMin && concurrencies[^1] == cMax
                    && regions.Regions.Where(region => region.Name != RegionNames.Margin && !region.IsEmpty).All(region => concurrencies.Any(region.Contains))
                    && plan.Points.All(point => regions.Classify(point.Concurrency)!.Name == point.Region);
            });
}
