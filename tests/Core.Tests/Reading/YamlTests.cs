using System.Text;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Tests.Reading;

public sealed class YamlTests
{
    [TestCase("yes", "true")]
    [TestCase("No", "false")]
    [TestCase("ON", "true")]
    [TestCase("off", "false")]
    [TestCase("True", "true")]
    [TestCase("tRue", "\"tRue\"")]
    [TestCase("y", "\"y\"")]
    [TestCase("N", "\"N\"")]
    [TestCase("0", "int 0")]
    [TestCase("-0", "int 0")]
    [TestCase("+12", "int 12")]
    [TestCase("1_024", "int 1024")]
    [TestCase("0400", "int 256")]
    [TestCase("0256_", "int 174")]
    [TestCase("00", "int 0")]
    [TestCase("0_", "int 0")]
    [TestCase("0b101", "int 5")]
    [TestCase("-0b1_1", "int -3")]
    [TestCase("0x1F", "int 31")]
    [TestCase("-0xff", "int -255")]
    [TestCase("4:16", "int 256")]
    [TestCase("190:20:30", "int 685230")]
    [TestCase("-1:4", "int -64")]
    [TestCase("18446744073709551616", "int 18446744073709551616")]
    [TestCase("0o400", "\"0o400\"")]
    [TestCase("0X40", "\"0X40\"")]
    [TestCase("0B1", "\"0B1\"")]
    [TestCase("09", "\"09\"")]
    [TestCase("0:00", "\"0:00\"")]
    [TestCase("01:04", "\"01:04\"")]
    [TestCase("1:60", "\"1:60\"")]
    [TestCase("_1", "\"_1\"")]
    [TestCase("+", "\"+\"")]
    [TestCase("1.5", "double 1.5")]
    [TestCase("1.", "double 1")]
    [TestCase(".5", "double 0.5")]
    [TestCase("-1.5e+3", "double -1500")]
    [TestCase("685.230_15e+03", "double 685230.15")]
    [TestCase("1:30.5", "double 90.5")]
    [TestCase("-190:20:30.15", "double -685230.15")]
    [TestCase(".inf", "double Infinity")]
    [TestCase("-.Inf", "double -Infinity")]
    [TestCase("+.INF", "double Infinity")]
    [TestCase(".nan", "double NaN")]
    [TestCase(".NaN", "double NaN")]
    [TestCase("1e3", "\"1e3\"")]
    [TestCase("64e+0", "\"64e+0\"")]
    [TestCase("6.4e1", "\"6.4e1\"")]
    [TestCase("+.5", "\"+.5\"")]
    [TestCase("-.nan", "\"-.nan\"")]
    [TestCase(".", "\".\"")]
    [TestCase("~", "null")]
    [TestCase("null", "null")]
    [TestCase("NULL", "null")]
    [TestCase("nULL", "\"nULL\"")]
    [TestCase("None", "\"None\"")]
    [TestCase("2026-05-01", "date 2026-05-01")]
    [TestCase("2026-5-1 1:02:03", "date 2026-5-1 1:02:03")]
    [TestCase("2001-12-14t21:59:43.10-05:00", "date 2001-12-14t21:59:43.10-05:00")]
    [TestCase("2026-05-01 1:02:03.5 Z", "date 2026-05-01 1:02:03.5 Z")]
    [TestCase("2026-1-1", "\"2026-1-1\"")]
    [TestCase("2026-10-C1", "\"2026-10-C1\"")]
    [TestCase("1.5.3", "\"1.5.3\"")]
    [TestCase("=x", "\"=x\"")]
    [TestCase("<<x", "\"<<x\"")]
    [TestCase("a b  c", "\"a b  c\"")]
    [TestCase("a:b#c", "\"a:b#c\"")]
    [TestCase("a #c", "\"a\"")]
    [TestCase("-a", "\"-a\"")]
    [TestCase("\"256\"", "\"256\"")]
    [TestCase("'yes'", "\"yes\"")]
    [TestCase("! 12", "int 12")]
    [TestCase("! '12'", "int 12")]
    [TestCase("!!int '256'", "int 256")]
    [TestCase("!!int 0o17", "int 15")]
    [TestCase("!!float 1e5", "double 100000")]
    [TestCase("!!float 3", "double 3")]
    [TestCase("!!float inf", "double Infinity")]
    [TestCase("!!bool 'YES'", "true")]
    [TestCase("!!str 256", "\"256\"")]
    [TestCase("!!str", "\"\"")]
    [TestCase("!!null x", "null")]
    [TestCase("!!timestamp 2026-1-1", "date 2026-1-1")]
    [TestCase("!!binary aGVsbG8=", "binary hello")]
    [TestCase("!!binary \"/w==\"", "binary (no text)")]
    [TestCase("!<tag:yaml.org,2002:int> '7'", "int 7")]
    public void Reads_scalars(string text, string expected) => Assert.That(Documents.Print(Documents.Root(Documents.Yaml($"v: {text}\n"))["v"]!), Is.EqualTo(expected));

    [TestCase("a: 1\nb:\n  c: x\n", "{\"a\": int 1, \"b\": {\"c\": \"x\"}}")]
    [TestCase("a:\n- 1\n-\n- b: 2\n  c: 3\n", "{\"a\": [int 1, null, {\"b\": int 2, \"c\": int 3}]}")]
    [TestCase("a:\n  - - 1\n    - 2\n", "{\"a\": [[int 1, int 2]]}")]
    [TestCase("{a: 1, b: [x, y,], c, 'd': {}}", "{\"a\": int 1, \"b\": [\"x\", \"y\"], \"c\": null, \"d\": {}}")]
    [TestCase("[a: 1, ? b : 2, ? c]", "[{\"a\": int 1}, {\"b\": int 2}, {\"c\": null}]")]
    [TestCase("? a\n: 1\n? b\n", "{\"a\": int 1, \"b\": null}")]
    [TestCase("a: b\n c\n\n d\n", "{\"a\": \"b c\\u000Ad\"}")]
    [TestCase("a: \"b\n  c\\\n  d\\u0041\"\n", "{\"a\": \"b cdA\"}")]
    [TestCase("a: 'it''s\n\n  so'\n", "{\"a\": \"it's\\u000Aso\"}")]
    [TestCase("a: |\n  x\n   y\n\nb: >-\n  x\n  y\n\n  z\n", "{\"a\": \"x\\u000A y\\u000A\", \"b\": \"x y\\u000Az\"}")]
    [TestCase("a: |+1\n  x\n\n", "{\"a\": \" x\\u000A\\u000A\"}")]
    [TestCase("a: 1\u0085b: 2\u2028c: 3\u2029d: 4", "{\"a\": int 1, \"b\": int 2, \"c\": int 3, \"d\": int 4}")]
    [TestCase("a: 1\r\nb: 2\rc: 3\n", "{\"a\": int 1, \"b\": int 2, \"c\": int 3}")]
    [TestCase("a: \"\\ud83d\\ude80\\U0001F680\"", "{\"a\": \"\\uD83D\\uDE80\\uD83D\\uDE80\"}")]
    [TestCase("5: a\nyes: b\n~: c\n1.5: d\n2026-05-01: e\n", "{int 5: \"a\", true: \"b\", null: \"c\", double 1.5: \"d\", date 2026-05-01: \"e\"}")]
    [TestCase("=: 1", "{\"=\": int 1}")]
    [TestCase("# c\n%YAML 1.2\n---\na: 010\n...\n# end\n", "{\"a\": int 8}")]
    [TestCase("%TAG !e! tag:yaml.org,2002:\n---\na: !e!str 1\n", "{\"a\": \"1\"}")]
    [TestCase("%FOO bar\n--- x", "\"x\"")]
    [TestCase("", "null")]
    [TestCase("# nothing\n", "null")]
    [TestCase("--- >\n x\n", "\"x\\u000A\"")]
    [TestCase("{a: &x 1, b: 2}", "{\"a\": int 1, \"b\": int 2}")]
    [TestCase("a: \"\tb\" # \tc\n", "{\"a\": \"\\u0009b\"}")]
    [TestCase("a: |\n  \tb\n", "{\"a\": \"\\u0009b\\u000A\"}")]
    [TestCase("\uFEFFa: 1", "{\"a\": int 1}")]
    public void Reads_structure(string text, string expected) => Assert.That(Documents.Print(Documents.Root(Documents.Yaml(text))), Is.EqualTo(expected));

    [TestCase("a: 1\nb: 2\na: 3\n", "{\"a\": int 3, \"b\": int 2}")]
    [TestCase("a: {x: 1}\na: {y: 2}\n", "{\"a\": {\"y\": int 2}}")]
    [TestCase("1: a\ntrue: b\n1.0: c\n", "{int 1: \"c\"}")]
    public void Takes_the_last_of_equal_keys_at_the_place_of_the_first(string text, string expected)
        => Assert.That(Documents.Print(Documents.Root(Documents.Yaml(text))), Is.EqualTo(expected));

    [TestCase("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3, c: 4}\n", "{\"a\": int 1, \"b\": int 3, \"c\": int 4}")]
    [TestCase("x: &x {a: 1}\nz: &z {a: 2, b: 2}\ny: {<<: [*x, *z]}\n", "{\"a\": int 1, \"b\": int 2}")]
    [TestCase("x: &x {a: 1}\nz: &z {<<: *x, b: 2}\ny: {c: 3, <<: *z}\n", "{\"a\": int 1, \"b\": int 2, \"c\": int 3}")]
    [TestCase("y: {'<<': 1}\n", "{\"<<\": int 1}")]
    [TestCase("y: &y {a: 1, <<: *y}\n", "{\"a\": int 1}")]
    public void Merges(string text, string expected) => Assert.That(Documents.Print(Documents.Root(Documents.Yaml(text))["y"]!), Is.EqualTo(expected));

    [Test]
    public void Shares_what_aliases_name()
    {
        var root = Documents.Root(Documents.Yaml("a: &x [1]\nb: *x\n"));

        Assert.That(root["b"], Is.SameAs(root["a"]));
    }

    [TestCase("&x [1, *x]", "[int 1, (itself)]")]
    [TestCase("&x {a: *x}", "{\"a\": (itself)}")]
    [TestCase("&x !!set {? a, ? b : *x}", "set[\"a\", \"b\"]")]
    public void Lets_values_hold_themselves(string text, string expected) => Assert.That(Documents.Print(Documents.Root(Documents.Yaml(text))), Is.EqualTo(expected));

    [TestCase("!!set {a, b}", "set[\"a\", \"b\"]")]
    [TestCase("!!omap [a: 1, b: 2]", "[[\"a\", int 1], [\"b\", int 2]]")]
    [TestCase("!!pairs [a: 1, a: 2]", "[[\"a\", int 1], [\"a\", int 2]]")]
    [TestCase("!!seq [1]", "[int 1]")]
    [TestCase("!!map {}", "{}")]
    [TestCase("!!str {=: x, y: z}", "\"x\"")]
    public void Reads_the_other_types(string text, string expected) => Assert.That(Documents.Print(Documents.Root(Documents.Yaml(text))), Is.EqualTo(expected));

    [TestCase("a: 1\n\tb: 2\n", 2, 1)]
    [TestCase("a:\t1\n", 1, 3)]
    [TestCase("a: 1\t\n", 1, 5)]
    [TestCase("a: 1\t# c\n", 1, 5)]
    [TestCase("a: b: c\n", 1, 5)]
    [TestCase("a: 1\nb\n", 2, 1)]
    [TestCase("a: 1\n b: 2\n", 2, 3)]
    [TestCase("a:\n  b: 1\n c: 2\n", 3, 2)]
    [TestCase("- a\nb: 1\n", 2, 1)]
    [TestCase("a: - b\n", 1, 4)]
    [TestCase("a: [1, 2\n", 2, 1)]
    [TestCase("a: [1}\n", 1, 6)]
    [TestCase("a: {b: 1]\n", 1, 9)]
    [TestCase("a: ]\n", 1, 4)]
    [TestCase("a: [1,,2]\n", 1, 7)]
    [TestCase("a: 'x\n", 1, 4)]
    [TestCase("a: \"x\n---\n", 2, 1)]
    [TestCase("a: \"\\q\"\n", 1, 4)]
    [TestCase("a: \"\\x4\"\n", 1, 7)]
    [TestCase("a: \"\\U00110000\"\n", 1, 7)]
    [TestCase("a: @x\n", 1, 4)]
    [TestCase("a: `x\n", 1, 4)]
    [TestCase("a: %x\n", 1, 4)]
    [TestCase("a: *x\n", 1, 4)]
    [TestCase("a: &x 1\nb: &x 2\n", 2, 4)]
    [TestCase("a: & x\n", 1, 4)]
    [TestCase("a: &x\u00E9 1\n", 1, 4)]
    [TestCase("a: !foo x\n", 1, 9)]
    [TestCase("a: !e!foo x\n", 1, 4)]
    [TestCase("a: !!python/object x\n", 1, 20)]
    [TestCase("a: =\n", 1, 4)]
    [TestCase("a: <<\n", 1, 4)]
    [TestCase("<<: 1\n", 1, 5)]
    [TestCase("<<: [{a: 1}, 2]\n", 1, 14)]
    [TestCase("a: !!int x\n", 1, 10)]
    [TestCase("a: !!float x\n", 1, 12)]
    [TestCase("a: !!bool maybe\n", 1, 11)]
    [TestCase("a: !!timestamp x\n", 1, 16)]
    [TestCase("a: !!binary abc\n", 1, 13)]
    [TestCase("a: !!binary \u00E9\n", 1, 13)]
    [TestCase("a: !!seq {}\n", 1, 10)]
    [TestCase("a: !!int [1]\n", 1, 10)]
    [TestCase("a: !!omap {a: 1}\n", 1, 11)]
    [TestCase("a: !!omap [{a: 1, b: 2}]\n", 1, 12)]
    [TestCase("a: 2026-13-01\n", 1, 4)]
    [TestCase("a: 2026-02-29\n", 1, 4)]
    [TestCase("a: 0000-01-01\n", 1, 4)]
    [TestCase("a: 2026-05-01 24:00:00\n", 1, 4)]
    [TestCase("a: 2026-05-01 10:00:00+24:00\n", 1, 4)]
    [TestCase("a: 0b_\n", 1, 4)]
    [TestCase("a: 0x_\n", 1, 4)]
    [TestCase("? [a]\n: 1\n", 1, 3)]
    [TestCase("{{a: 1}: 2}\n", 1, 2)]
    [TestCase("a: 1\n--- \nb: 2\n", 2, 1)]
    [TestCase("a: 1\n...\nb: 2\n", 3, 1)]
    [TestCase("%YAML 2.0\n---\n", 1, 1)]
    [TestCase("%YAML 1.1\n%YAML 1.1\n---\n", 2, 1)]
    [TestCase("%YAML 1.1\na: 1\n", 2, 2)]
    [TestCase("a: |x\n", 1, 4)]
    [TestCase("a: |0\n", 1, 4)]
    [TestCase("a: \u0000\n", 1, 4)]
    [TestCase("a: \u0007\n", 1, 4)]
    [TestCase("a: 1\n\u00E9: \u009F\n", 2, 4)]
    [TestCase("a: \u007F\n", 1, 4)]
    [TestCase("a: \uFFFE\n", 1, 4)]
    [TestCase("a: 1\n...\n\u0001\n", 3, 1)]
    [TestCase("a: |\t\n  x\n", 1, 5)]
    [TestCase("a: b\tc\n", 1, 5)]
    [TestCase("a: [\t1]\n", 1, 5)]
    [TestCase("|\nx\n", 2, 1)]
    [TestCase("%FOO bar\na: 1\n", 2, 1)]
    [TestCase("...\n", 2, 1)]
    [TestCase(": a\n", 1, 1)]
    [TestCase("[a, :b]\n", 1, 5)]
    [TestCase("[a, @b]\n", 1, 5)]
    [TestCase("[http://h/?a=b]\n", 1, 2)]
    [TestCase("{a: [b]1}\n", 1, 8)]
    [TestCase("{'a' 'b'}\n", 1, 6)]
    [TestCase("{a\n: 1}\n", 2, 1)]
    public void Refuses_with_the_place(string text, int line, int column)
    {
        var document = Documents.Yaml(text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Root, Is.Null);
            Assert.That(document.Problem?.Kind, Is.EqualTo(DocumentProblemKind.Syntax));
            Assert.That(document.Problem?.Location, Is.EqualTo(new SourceLocation(line, column)), document.Problem?.Detail);
            Assert.That(document.Problem?.Detail, Is.Not.Empty);
        }
    }

    [TestCase(1024, ExpectedResult = true)]
    [TestCase(1025, ExpectedResult = false)]
    public bool Reads_keys_of_1024_characters(int length) => Documents.Yaml(string.Concat(Enumerable.Repeat("\u00E9", length)) + ": 1\n").Problem is null;

    [TestCase(490, ExpectedResult = true)]
    [TestCase(491, ExpectedResult = false)]
    public bool Reads_490_levels_of_nesting(int depth) => Documents.Yaml(new string('[', depth) + new string(']', depth)).Problem is null;

    [TestCase("[", "]")]
    [TestCase("{a: ", "}")]
    [TestCase("- ", "")]
    [TestCase("? ", "")]
    [TestCase("[", "")]
    [TestCase("[\n", "")]
    [TestCase("!!seq [", "]")]
    public void Survives_nesting_of_a_hundred_thousand_levels(string open, string close)
    {
        var text = new StringBuilder().Insert(0, open, 100_000).Append('1').Append(new StringBuilder().Insert(0, close, 100_000));

        Assert.That(Documents.Yaml(text.ToString()).Problem?.Kind, Is.EqualTo(DocumentProblemKind.Syntax));
    }

    [Test]
    public void Survives_nesting_by_indentation()
    {
        var text = new StringBuilder();
        for (var level = 0; level < 2000; level++)
        {
            text.Append(' ', level).Append("a:\n");
        }

        Assert.That(Documents.Yaml(text.ToString()).Problem?.Detail, Does.Contain("490 levels"));
    }

    [Test]
    public void Survives_aliases_that_chain_through_values_nobody_wants()
    {
        // Each anchor stands in a part of a scalar's mapping that is never looked at, so that the last alias reaches back through all of them.
        var text = new StringBuilder("x: !!str\n  =: v\n  o:\n  - &a0 [1]\n");
        for (var i = 1; i < 3000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"  - &a{i} [*a{i - 1}]\n");
        }

        text.Append("y: *a2999\n");

        Assert.That(Documents.Yaml(text.ToString()).Problem?.Detail, Does.Contain("490 levels"));
    }

    [Test]
    public void Reads_aliases_that_multiply_without_multiplying_them()
    {
        var text = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        Assert.That(Documents.Root(Documents.Yaml(text.ToString()))["a39"]?.Items, Has.Count.EqualTo(10));
    }

    [Test]
    public void Bounds_merges_that_multiply()
    {
        var text = new StringBuilder("a0: &a0 {x0: 1, x1: 1, x2: 1, x3: 1}\n");
        for (var i = 1; i < 40; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} {{<<: [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]}}\n");
        }

        Assert.That(Documents.Yaml(text.ToString()).Problem?.Detail, Does.Contain("merges hold more than"));
    }

    [TestCase("a: {0}", 4300, ExpectedResult = true)]
    [TestCase("a: {0}", 4301, ExpectedResult = false)]
    [TestCase("a: 0x{0}", 3000, ExpectedResult = true)]
    [TestCase("a: 0x{0}", 100_000, ExpectedResult = false)]
    [TestCase("a: 1:0{0}", 4301, ExpectedResult = true)]
    public bool Bounds_the_digits_of_integers(string format, int digits)
        => Documents.Yaml(string.Format(System.Globalization.CultureInfo.InvariantCulture, format, new string('1', digits))).Problem is null;

    [Test]
    public void Bounds_the_parts_of_numbers_in_base_60()
        => Assert.That(Documents.Yaml("a: 1" + string.Concat(Enumerable.Repeat(":00", 50_000))).Problem?.Detail, Does.Contain("4300 digits"));

    [Test]
    public void Reads_two_hundred_thousand_members()
    {
        var text = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"k{i % 150_000}: 0\n"));

        Assert.That(Documents.Root(Documents.Yaml(text)).Members, Has.Count.EqualTo(150_000));
    }

    [Test]
    public void Refuses_more_values_than_the_limit()
        => Assert.That(Documents.Yaml("[1, 2, 3, 4]", new ReadLimits { MaxNodes = 4 }).Problem?.Detail, Does.Contain("more than the 4 keys and values"));

    [TestCase("0400", "0400")]
    [TestCase("256", null)]
    [TestCase("-256", null)]
    [TestCase("+256", "+256")]
    [TestCase("1_0", "1_0")]
    public void Keeps_the_spelling_of_integers_that_are_not_written_as_printed(string text, string? spelling)
        => Assert.That(Documents.Root(Documents.Yaml($"a: {text}"))["a"]?.Spelling, Is.EqualTo(spelling));
}
