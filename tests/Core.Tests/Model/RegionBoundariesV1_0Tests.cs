using System.Numerics;
using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Core.Tests.Model;

public sealed class RegionBoundariesV1_0Tests
{
    // C_max, C_min, end of Low, end of Medium, end of the margin.
    [TestCase(33, 1, 4, 11, 37)]
    [TestCase(33, 16, 19, 23, 37)]
    [TestCase(33, 31, 32, 33, 37)]
    [TestCase(33, 32, 33, 33, 37)]
    [TestCase(34, 32, 33, 34, 38)]
    [TestCase(36, 32, 34, 35, 40)]
    [TestCase(40, 8, 11, 18, 44)]
    [TestCase(40, 32, 34, 36, 44)]
    [TestCase(48, 1, 5, 14, 53)]
    [TestCase(50, 10, 13, 22, 56)]
    [TestCase(64, 1, 5, 17, 71)]
    [TestCase(64, 16, 20, 29, 71)]
    [TestCase(64, 32, 35, 42, 71)]
    [TestCase(90, 9, 13, 28, 100)]
    [TestCase(100, 1, 6, 22, 111)]
    [TestCase(100, 32, 36, 49, 111)]
    [TestCase(128, 1, 6, 26, 141)]
    [TestCase(128, 16, 21, 39, 141)]
    [TestCase(128, 32, 37, 53, 141)]
    [TestCase(200, 20, 26, 52, 221)]
    [TestCase(256, 1, 7, 41, 282)]
    [TestCase(256, 8, 14, 47, 282)]
    [TestCase(256, 16, 22, 55, 282)]
    [TestCase(256, 32, 38, 69, 282)]
    [TestCase(420, 4, 11, 60, 463)]
    [TestCase(512, 1, 9, 65, 564)]
    [TestCase(512, 8, 16, 71, 564)]
    [TestCase(512, 16, 24, 79, 564)]
    [TestCase(512, 32, 40, 93, 564)]
    [TestCase(1000, 16, 26, 115, 1100)]
    [TestCase(1024, 1, 11, 103, 1127)]
    [TestCase(1024, 4, 14, 105, 1127)]
    [TestCase(1024, 16, 26, 117, 1127)]
    [TestCase(1024, 32, 42, 131, 1127)]
    [TestCase(1500, 30, 41, 159, 1651)]
    [TestCase(2048, 1, 14, 162, 2253)]
    [TestCase(2048, 16, 29, 176, 2253)]
    [TestCase(2048, 32, 45, 192, 2253)]
    [TestCase(4096, 1, 17, 257, 4506)]
    [TestCase(4096, 32, 48, 287, 4506)]
    [TestCase(8192, 16, 36, 422, 9012)]
    [TestCase(10000, 32, 54, 495, 11000)]
    [TestCase(16384, 1, 26, 646, 18023)]
    [TestCase(16384, 32, 57, 676, 18023)]
    [TestCase(32768, 32, 64, 1055, 36045)]
    [TestCase(65536, 32, 72, 1657, 72090)]
    [TestCase(100000, 1, 47, 2155, 110001)]
    [TestCase(1000000, 32, 132, 10032, 1100000)]
    [TestCase(10000000, 16, 231, 46432, 11000000)]
    public void Ends_where_the_table_says(int cMax, int cMin, int low, int med, int margin)
    {
        var regions = RegionBoundaries.V1_0(cMax, cMin)!.Regions;

        Assert.That(
            regions.Select(region => (region.Name, (int)region.Start, (int)region.End)),
            Is.EqualTo(new[]
            {
                ("low_latency", 1, cMin),
                ("low_concurrency", cMin + 1, low),
                ("med_concurrency", low + 1, med),
                ("high_concurrency", med + 1, cMax),
                ("margin", cMax + 1, margin),
            }));
    }

    [TestCase(120, ExpectedResult = 132)]
    [TestCase(110, ExpectedResult = 122)]
    [TestCase(170, ExpectedResult = 188)]
    [TestCase(230, ExpectedResult = 254)]
    [TestCase(240, ExpectedResult = 264)]
    [TestCase(460, ExpectedResult = 507)]
    [TestCase(930, ExpectedResult = 1024)]
    [TestCase(1000, ExpectedResult = 1100)]
    [TestCase(1290, ExpectedResult = 1420)]
    public int Margin_is_computed_in_doubles(int cMax) => (int)RegionBoundaries.V1_0(cMax, 8)!.End;

    [Test]
    public void Ends_are_the_nearest_whole_numbers_to_the_roots()
    {
        var differing = new List<string>();
        for (BigInteger n = 1; n <= 300_000; n += n < 5_000 ? 1 : 97)
        {
            var regions = RegionBoundaries.V1_0(n + 32, 32)?.Regions;
            if (regions is not null && (!IsNearestCubeRoot(regions.Value[1].End - 32, n) || !IsNearestCubeRoot(regions.Value[2].End - 32, n * n)))
            {
                differing.Add($"{n}");
            }
        }

        Assert.That(differing, Is.Empty);
    }

    [Test]
    public void Tiles_the_range_beyond_64_bits()
    {
        var regions = RegionBoundaries.V1_0(BigInteger.Pow(10, 20), 8)!.Regions;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(regions.Skip(1).Zip(regions, (next, region) => next.Start - region.End), Is.All.EqualTo(BigInteger.One));
            Assert.That(regions.Select(region => region.IsEmpty), Is.All.False);
            Assert.That(regions[^1].End, Is.EqualTo(BigInteger.Parse("110000000000000016384", System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    [TestCase(32, 8)]
    [TestCase(0, 8)]
    [TestCase(512, 0)]
    [TestCase(512, 33)]
    [TestCase(512, -1)]
    public void Has_none_outside_the_bounds(int cMax, int cMin) => Assert.That(RegionBoundaries.V1_0(cMax, cMin), Is.Null);

    [Test]
    public void Has_none_beyond_a_double() => Assert.That(RegionBoundaries.V1_0(BigInteger.Pow(10, 320), 8), Is.Null);

    // (2k − 1)³ < 8n < (2k + 1)³
    private static bool IsNearestCubeRoot(BigInteger k, BigInteger n) => BigInteger.Pow((2 * k) - 1, 3) < 8 * n && 8 * n < BigInteger.Pow((2 * k) + 1, 3);
}
