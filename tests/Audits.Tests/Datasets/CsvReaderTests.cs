using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MlPerf.Endpoints.Audits.Runner.Datasets;

namespace MlPerf.Endpoints.Audits.Tests.Datasets;

public sealed class CsvReaderTests
{
    [TestCase("a,b\r\n\"x, \"\"y\"\"\nz\",\r\nd,e\r\n", "a=x, \"y\"\nz|a=d b=e")]
    [TestCase("a,b\r1,2\r", "a=1 b=2")]
    [TestCase("a,b\n1\n", "a=1", Description = "what a short record lacks is absent")]
    [TestCase("\n\na,b\n\n1,2\n\n", "a=1 b=2", Description = "blank lines are no records")]
    [TestCase("\uFEFFa\n1", "a=1")]
    [TestCase("a,b\nsay \"hi\" now,2\n", "a=say \"hi\" now b=2")]
    [TestCase("a,b\n\"q\"t,\"\"\n", "a=qt")]
    [TestCase("a\n\"x\"\"\"\n", "a=x\"")]
    [TestCase("", "")]
    public void Reads_records(string text, string expected)
        => Assert.That(string.Join('|', Read(text).Select(row => string.Join(' ', row.Select(cell => $"{cell.Key}={cell.Value.GetString()}")))), Is.EqualTo(expected));

    [TestCase("a,b\n1,2,3\n", "record 1 has 3 fields")]
    [TestCase("a,b\n\"open,x\n", "line 2 has no end")]
    [TestCase("a,b\n\"open\"\",x\n", "line 2 has no end")]
    [TestCase("a,b\n5\" nail,x\ny,z\n", "line 2 holds a quote")]
    [TestCase("a,b\n\"x\"y\"z,1\"\n", "line 2 has no end, or quotes")]
    public void Refuses_what_would_join_or_lose_cells(string text, string expected) => Assert.That(() => Read(text), Throws.TypeOf<FormatException>().With.Message.Contains(expected));

    [Test]
    public void Refuses_what_is_no_UTF8() => Assert.That(() => new CsvReader().Read(new byte[] { (byte)'a', 0xFF }), Throws.TypeOf<FormatException>().With.Message.Contains("UTF-8"));

    [FsCheck.NUnit.Property(MaxTest = 300)]
    public Property Reads_back_what_is_quoted_where_it_must_be()
    {
        var field = Gen.Elements("", "a", "\"", ",", "\n", "\r\n", " ", "é").ListOf().Select(string.Concat);
        return Prop.ForAll(Gen.NonEmptyListOf(Gen.Two(field)).ToArbitrary(), rows =>
        {
            var text = new StringBuilder("first,second\n");
            foreach (var (first, second) in rows)
            {
                text.Append(Quote(first)).Append(',').Append(Quote(second)).Append('\n');
            }

            return Read(text.ToString()).Select(row => (Cell(row, "first"), Cell(row, "second"))).SequenceEqual(rows);
        });

        static string Quote(string value) => value.AsSpan().ContainsAny("\",\r\n") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

        static string Cell(IReadOnlyDictionary<string, System.Text.Json.JsonElement> row, string column) => row.TryGetValue(column, out var cell) ? cell.GetString()! : "";
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, System.Text.Json.JsonElement>> Read(string text) => new CsvReader().Read(Encoding.UTF8.GetBytes(text));
}
