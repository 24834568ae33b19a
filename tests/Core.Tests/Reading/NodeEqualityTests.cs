using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Reading;

public sealed class NodeEqualityTests
{
    [TestCase("1", "1.0", ExpectedResult = true)]
    [TestCase("1", "true", ExpectedResult = true)]
    [TestCase("0.0", "false", ExpectedResult = true)]
    [TestCase("-0.0", "0", ExpectedResult = true)]
    [TestCase("1", "\"1\"", ExpectedResult = false)]
    [TestCase("1", "2", ExpectedResult = false)]
    [TestCase("1.5", "1", ExpectedResult = false)]
    [TestCase("NaN", "NaN", ExpectedResult = true)]
    [TestCase("NaN", "0", ExpectedResult = false)]
    [TestCase("Infinity", "1e999", ExpectedResult = true)]
    [TestCase("Infinity", "1", ExpectedResult = false)]
    [TestCase("9007199254740993", "9007199254740992.0", ExpectedResult = false)]
    [TestCase("9007199254740992", "9007199254740992.0", ExpectedResult = true)]
    [TestCase("100000000000000000000", "1e20", ExpectedResult = true)]
    [TestCase("null", "null", ExpectedResult = true)]
    [TestCase("null", "0", ExpectedResult = false)]
    [TestCase("[]", "{}", ExpectedResult = false)]
    [TestCase("[1, 2]", "[2, 1]", ExpectedResult = false)]
    [TestCase("[1, 2]", "[1, 2, 3]", ExpectedResult = false)]
    [TestCase("{\"a\": 1, \"b\": [true]}", "{\"b\": [1.0], \"a\": 1}", ExpectedResult = true)]
    [TestCase("{\"a\": 1}", "{\"b\": 1}", ExpectedResult = false)]
    [TestCase("{\"a\": null}", "{}", ExpectedResult = false)]
    public bool Compares_by_value(string left, string right) => Parse(left).ValueEquals(Parse(right));

    [Test]
    public void Compares_large_mappings_in_any_order()
    {
        var names = Enumerable.Range(0, 2_000).Select(number => $"\"key-{number}\": {number}").ToList();

        Assert.That(Parse("{" + string.Join(",", names) + "}").ValueEquals(Parse("{" + string.Join(",", names.AsEnumerable().Reverse()) + "}")), Is.True);
    }

    [Test]
    public void Compares_as_deep_as_the_reader_reads()
    {
        static string Nested(string inside) => string.Concat(Enumerable.Repeat("{\"a\": [", 490)) + inside + string.Concat(Enumerable.Repeat("]}", 490));

        // On a thread of the pool, whose stack is smaller.
        var (same, other) = Task.Run(() => (Parse(Nested("1")).ValueEquals(Parse(Nested("1.0"))), Parse(Nested("1")).ValueEquals(Parse(Nested("2"))))).GetAwaiter().GetResult();

        Assert.That((same, other), Is.EqualTo((true, false)));
    }

    private static Node Parse(string json)
        => DocumentReader.Read(Encoding.UTF8.GetBytes(json), SubmissionPath.Parse("x.json"), DocumentLanguage.Json) is { Root: { } root } ? root : throw new FormatException(json);
}
