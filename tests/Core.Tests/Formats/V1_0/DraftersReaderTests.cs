using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Formats.V1_0;

namespace MlPerf.Endpoints.Core.Tests.Formats.V1_0;

public sealed class DraftersReaderTests
{
    [Test]
    public void The_bundled_list_is_the_approved_one()
    {
        var drafters = DraftersReader.Find(new FormatContext(new CheckerOptions())).Value!.Drafters;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(drafters.CountBy(drafter => drafter.Benchmark).Select(count => $"{count.Key} {count.Value}"), Is.EqualTo(new[]
            {
                "kimi-k3 2", "deepseek-v4_1-flash 1", "qwen3_6-35b-a3b 3", "deepseek-r1 2", "gpt-oss-120b 1",
            }));
            Assert.That(drafters.Select(drafter => drafter.ApprovedCohort), Is.All.EqualTo("2026-09-C1"));
            Assert.That(drafters.Select(drafter => drafter.WeightChecksum), Is.Unique.And.All.Match("^git-sha1:[0-9a-f]{40}$"));
        }
    }

    [TestCase("123", ExpectedResult = "123")]
    [TestCase("true", ExpectedResult = "True")]
    [TestCase("2026-10-01", ExpectedResult = "2026-10-01")]
    [TestCase("1.5", ExpectedResult = "1.5")]
    [TestCase("''", ExpectedResult = "")]
    [TestCase("null", ExpectedResult = null)]
    public string? Takes_scalars_as_text(string checksum)
        => DraftersReader.Read("list", Documents.Yaml($"drafters: [{{benchmark: b, weight_checksum: {checksum}, target_checksum: t}}]")).Value!.Drafters[0].WeightChecksum;

    [TestCase("[[n, 1], [m, 2]]", ExpectedResult = "n=1 m=2")]
    [TestCase("[[n, 1], [m, 2], [n, 3]]", ExpectedResult = "n=3 m=2")]
    [TestCase("[ab]", ExpectedResult = "a=\"b\"")]
    [TestCase("{n: 1}", ExpectedResult = "n=1")]
    [TestCase("[]", ExpectedResult = "")]
    [TestCase("{}", ExpectedResult = "")]
    [TestCase("''", ExpectedResult = "")]
    [TestCase("0.0", ExpectedResult = "")]
    [TestCase("no", ExpectedResult = "")]
    [TestCase("[abc]", ExpectedResult = null)]
    [TestCase("[[n]]", ExpectedResult = null)]
    [TestCase("[[[n], 1]]", ExpectedResult = null)]
    [TestCase("5", ExpectedResult = null)]
    [TestCase("2026-10-01", ExpectedResult = null)]
    public string? Reads_a_configuration(string configuration)
    {
        var drafters = DraftersReader.Read("list", Documents.Yaml($"drafters: [{{benchmark: b, target_checksum: t, configuration: {configuration}}}]")).Value?.Drafters;
        return drafters is { } read ? string.Join(' ', read[0].Configuration.Select(member => $"{member.Name}={member.Value}")) : null;
    }

    [Test]
    public void Cyclic_configurations_are_compared_to_an_end()
    {
        const string cyclic = "&c {n: 1, self: *c}";
        var list = DraftersReader.Read("list", Documents.Yaml($"drafters: [{{benchmark: b, target_checksum: t, configuration: {cyclic}}}]"));
        var block = Documents.Yaml($"{{target_checksum: t, configuration: {cyclic}}}");

        Assert.That(list.Value!.Match("b", block.Root!), Is.Not.Null);
    }

    [Test]
    public void Configurations_that_alias_themselves_many_times_over_are_compared_once_each()
    {
        var bomb = string.Join(", ", Enumerable.Range(1, 40).Select(level => $"l{level}: &a{level} [{(level == 1 ? "1" : $"*a{level - 1}, *a{level - 1}")}]"));
        var list = DraftersReader.Read("list", Documents.Yaml($"drafters: [{{benchmark: b, target_checksum: t, configuration: {{{bomb}}}}}]"));
        var block = Documents.Yaml($"{{target_checksum: t, configuration: {{{bomb}}}}}");

        Assert.That(list.Value!.Match("b", block.Root!), Is.Not.Null);
    }
}
