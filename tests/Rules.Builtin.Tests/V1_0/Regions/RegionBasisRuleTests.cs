using MlPerf.Endpoints.Rules.Builtin.V1_0.Regions;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Regions;

public sealed class RegionBasisRuleTests : PointRuleContract<RegionBasisRule>
{
    [Test]
    public void Takes_the_lowest_concurrency()
        => Assert.That(Check(Clean()).Single().Message, Is.EqualTo("C_min is 8, from 7 points"));

    [Test]
    public void But_at_most_32()
        => Assert.That(Check(Clean().Remove(Folder(8)).Remove(Folder(12))).Single().Message, Is.EqualTo("C_min is 32, from 5 points, though the lowest concurrency is 48"));

    [Test]
    public void Points_without_a_usable_configuration_count()
        => Assert.That(Check(Clean().Write(Config(12), "{concurrency: 2}").AddFolder(Folder(5))).Single().Message, Does.StartWith("C_min is 2, from 8 points, 2 of them"));

    [TestCase("4.0")]
    [TestCase("\"4\"")]
    [TestCase("0")]
    [TestCase("yes")]
    public void Their_folders_speak_where_no_positive_integer_stands(string concurrency)
        => Assert.That(Check(Clean().Write($"{Folder(5)}/point.yaml", $"concurrency: {concurrency}")).Single().Message, Does.StartWith("C_min is 5"));

    [TestCase("""{"max_supported_concurrency": "many"}""", ExpectedResult = "warn")]
    [TestCase("""{"max_supported_concurrency": "512", "division": "x"}""", ExpectedResult = "warn")]
    [TestCase("""{"max_supported_concurrency": 512, "division": "x"}""", ExpectedResult = "pass")]
    [TestCase("""{"max_supported_concurrency": " 512.00 "}""", ExpectedResult = "pass")]
    [TestCase("""{"max_supported_concurrency": -1}""", ExpectedResult = "pass")]
    public string Needs_C_max(string json) => Check(Clean().Merge(Description(8), json)).Single().Key;

    [Test]
    public void Stands_at_the_curve_where_there_is_no_description_at_all()
        => Assert.That(KeysAt(Curve, Concurrencies.Aggregate(Clean(), (submission, point) => submission.Remove(Description(point)))), Is.EqualTo("warn"));

    [Test]
    public void Takes_a_declared_one()
        => Assert.That(Check(Concurrencies.Aggregate(Clean(), (submission, point) => submission.Set(Description(point), "c_min_override", 12))).Single().Key, Is.EqualTo("override"));
}
