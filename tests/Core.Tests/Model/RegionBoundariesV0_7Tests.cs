using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Model;

public sealed class RegionBoundariesV0_7Tests
{
    private static readonly Arbitrary<int> Maxima = Gen.OneOf(Gen.Choose(33, 2_000), Gen.Choose(33, 200_000), Gen.Choose(33, 5_000_000)).ToArbitrary();

    [TestCase(33, 33, 33, 37)]
    [TestCase(34, 33, 34, 38)]
    [TestCase(36, 34, 35, 40)]
    [TestCase(64, 35, 42, 71)]
    [TestCase(100, 36, 49, 111)]
    [TestCase(200, 38, 62, 221)]
    [TestCase(1000, 42, 130, 1100)]
    [TestCase(1024, 42, 131, 1127)]
    [TestCase(65536, 72, 1657, 72090)]
    [TestCase(100000, 78, 2186, 110001)]
    [TestCase(1000000, 132, 10032, 1100000)]
    public void Ends_where_the_table_of_the_policy_says(int maximum, int low, int medium, int high)
        => Assert.That(RegionBoundaries.V0_7(maximum)!.Regions.Select(region => (int)region.End), Is.EqualTo(new[] { 32, low, medium, high }));

    [TestCase(32)]
    [TestCase(0)]
    [TestCase(-1)]
    public void Has_no_regions_up_to_32(int maximum) => Assert.That(RegionBoundaries.V0_7(maximum), Is.Null);

    [Test]
    public void Takes_any_maximum_whose_margin_a_double_can_hold()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(RegionBoundaries.V0_7(BigInteger.Pow(10, 308)), Is.Not.Null);
            Assert.That(RegionBoundaries.V0_7(17 * BigInteger.Pow(10, 307)), Is.Null);
            Assert.That(RegionBoundaries.V0_7(BigInteger.Pow(10, 400)), Is.Null);
        }
    }

    [Test]
    public void Tiles_the_range_without_gap_or_overlap() => Prop.ForAll(Maxima, maximum =>
    {
        var layout = RegionBoundaries.V0_7(maximum)!;
        var start = BigInteger.One;
        foreach (var region in layout.Regions)
        {
            if (region.Start != start)
            {
                return false;
            }

            start = region.End + 1;
        }

        return layout.Classify(0) is null && layout.Classify(start) is null && layout.Classify(start - 1) is not null;
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Puts_every_concurrency_into_the_one_region_that_contains_it() => Prop.ForAll(Maxima, ArbMap.Default.ArbFor<PositiveInt>(), (maximum, seed) =>
    {
        var layout = RegionBoundaries.V0_7(maximum)!;
        BigInteger concurrency = 1 + (seed.Get % (int)layout.End);
        return layout.Regions.Count(region => region.Contains(concurrency)) == 1 && layout.Classify(concurrency)!.Contains(concurrency);
    }).QuickCheckThrowOnFailure();

    [Test]
    public void Equals_exact_integer_arithmetic() => Prop.ForAll(Maxima, EqualsExactArithmetic).QuickCheckThrowOnFailure();

    [Test]
    public void Equals_exact_integer_arithmetic_for_every_maximum_up_to_20000()
        => Assert.That(Enumerable.Range(33, 20_000 - 32).Where(maximum => !EqualsExactArithmetic(maximum)), Is.Empty);

    [Test]
    public void Is_empty_only_in_the_medium_region_at_33() => Prop.ForAll(Maxima, maximum =>
        RegionBoundaries.V0_7(maximum)!.Regions.Where(region => region.IsEmpty).Select(region => region.Name).SequenceEqual(maximum == 33 ? [RegionNames.MedThroughput] : []))
        .QuickCheckThrowOnFailure();

    private static bool EqualsExactArithmetic(int maximum)
    {
        var layout = RegionBoundaries.V0_7(maximum)!;
        var offset = new BigInteger(maximum - 32);
        return layout[RegionNames.LowThroughput].End == 32 + NearestCubeRoot(offset)
            && layout[RegionNames.MedThroughput].End == 32 + NearestCubeRoot(offset * offset)
            && layout.End == CeilingOfProduct(maximum);
    }

    // The largest k with (k − ½)³ ≤ n: no cube root of an integer lies on a half.
    private static BigInteger NearestCubeRoot(BigInteger n)
    {
        var (low, high) = (BigInteger.Zero, n + 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = BigInteger.Pow((2 * middle) - 1, 3) <= 8 * n ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    // 1.10 is 4953959590107546 / 2^52; its product with an integer is rounded to 53 bits, half to even, before the ceiling.
    private static BigInteger CeilingOfProduct(int maximum)
    {
        var product = new BigInteger(4953959590107546) * maximum;
        var shift = (int)product.GetBitLength() - 53;
        if (shift > 0)
        {
            var (quotient, rest) = (product >> shift, product & ((BigInteger.One << shift) - 1));
            var half = BigInteger.One << (shift - 1);
            product = (rest > half || (rest == half && !quotient.IsEven) ? quotient + 1 : quotient) << shift;
        }

        var one = BigInteger.One << 52;
        return (product + one - 1) / one;
    }
}
