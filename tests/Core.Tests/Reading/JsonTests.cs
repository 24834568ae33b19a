using System.Text;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Reading;

public sealed class JsonTests
{
    [TestCase("null", "null")]
    [TestCase("true", "true")]
    [TestCase("false", "false")]
    [TestCase("0", "int 0")]
    [TestCase("-0", "int 0")]
    [TestCase("-12", "int -12")]
    [TestCase("999999999999999999", "int 999999999999999999")]
    [TestCase("10487924139932647040", "int 10487924139932647040")]
    [TestCase("-9223372036854775808", "int -9223372036854775808")]
    [TestCase("-9223372036854775809", "int -9223372036854775809")]
    [TestCase("1.5", "double 1.5")]
    [TestCase("-0.0", "double -0")]
    [TestCase("1E2", "double 100")]
    [TestCase("1e-400", "double 0")]
    [TestCase("1e999", "double Infinity")]
    [TestCase("-1e999", "double -Infinity")]
    [TestCase("9007199254740993.0", "double 9007199254740992")]
    [TestCase("NaN", "double NaN")]
    [TestCase("Infinity", "double Infinity")]
    [TestCase("-Infinity", "double -Infinity")]
    [TestCase("\"\"", "\"\"")]
    [TestCase("\"a\\n\\t\\\"\\\\\\/\\b\\f\\r\"", "\"a\\u000A\\u0009\"\\/\\u0008\\u000C\\u000D\"")]
    [TestCase("\"\\u0000\\u00e9\"", "\"\\u0000\\u00E9\"")]
    [TestCase("\"\\ud83d\\ude80\"", "\"\\uD83D\\uDE80\"")]
    [TestCase("\"\\ud800\"", "\"\\uD800\"")]
    [TestCase("\"\\udc00\\ud800x\"", "\"\\uDC00\\uD800x\"")]
    [TestCase("\"\u007F\u2028\U0001F680\"", "\"\\u007F\\u2028\\uD83D\\uDE80\"")]
    [TestCase(" \t\r\n[ ]\r", "[]")]
    [TestCase("[1,[2,{}],\"x\"]", "[int 1, [int 2, {}], \"x\"]")]
    [TestCase("{\"a\":1,\"b\":{\"c\":[]}}", "{\"a\": int 1, \"b\": {\"c\": []}}")]
    public void Reads(string text, string expected) => Assert.That(Documents.Print(Documents.Root(Documents.Json(text))), Is.EqualTo(expected));

    [TestCase("{\"a\":1,\"b\":2,\"a\":3}", "{\"a\": int 3, \"b\": int 2}")]
    [TestCase("{\"a\":{\"x\":1},\"a\":{\"y\":2}}", "{\"a\": {\"y\": int 2}}")]
    [TestCase("{\"a\":1,\"\\u0061\":2}", "{\"a\": int 2}")]
    public void Takes_the_last_of_equal_keys_at_the_place_of_the_first(string text, string expected)
        => Assert.That(Documents.Print(Documents.Root(Documents.Json(text))), Is.EqualTo(expected));

    [Test]
    public void Resolves_equal_keys_among_many()
    {
        var text = $"{{{string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"k{i % 100}\":{i}"))}}}";

        var members = Documents.Root(Documents.Json(text)).Members;

        Assert.That(members.Select(member => $"{member.Name}={member.Value.AsInteger}"), Is.EqualTo(Enumerable.Range(0, 100).Select(i => $"k{i}={i + 200}")));
    }

    [TestCase("", 1, 1)]
    [TestCase(" \n ", 2, 2)]
    [TestCase("\uFEFF{}", 1, 1)]
    [TestCase("{} {}", 1, 4)]
    [TestCase("[1,]", 1, 4)]
    [TestCase("{\"a\":1,}", 1, 8)]
    [TestCase("{'a':1}", 1, 2)]
    [TestCase("{a:1}", 1, 2)]
    [TestCase("{\"a\" 1}", 1, 6)]
    [TestCase("{\"a\":1 \"b\":2}", 1, 8)]
    [TestCase("[1 2]", 1, 4)]
    [TestCase("[1}", 1, 3)]
    [TestCase("{\"a\":1]", 1, 7)]
    [TestCase("[", 1, 2)]
    [TestCase("{", 1, 2)]
    [TestCase("{\"a\":", 1, 6)]
    [TestCase("01", 1, 2)]
    [TestCase("-", 1, 2)]
    [TestCase("+1", 1, 1)]
    [TestCase(".5", 1, 1)]
    [TestCase("5.", 1, 3)]
    [TestCase("5.e1", 1, 3)]
    [TestCase("1e", 1, 3)]
    [TestCase("1e+", 1, 4)]
    [TestCase("0x1", 1, 2)]
    [TestCase("1_0", 1, 2)]
    [TestCase("nan", 1, 2)]
    [TestCase("-Inf", 1, 2)]
    [TestCase("+Infinity", 1, 1)]
    [TestCase("True", 1, 1)]
    [TestCase("tru", 1, 4)]
    [TestCase("nul", 1, 4)]
    [TestCase("// x\n1", 1, 1)]
    [TestCase("[1, /* x */ 2]", 1, 5)]
    [TestCase("\u00A01", 1, 1)]
    [TestCase("\v1", 1, 1)]
    [TestCase("\"a\tb\"", 1, 3)]
    [TestCase("\"a\nb\"", 1, 3)]
    [TestCase("\"a", 1, 3)]
    [TestCase("\"a\\", 1, 4)]
    [TestCase("\"\\x41\"", 1, 3)]
    [TestCase("\"\\u12G4\"", 1, 6)]
    [TestCase("\"\\u12", 1, 6)]
    [TestCase("]", 1, 1)]
    public void Refuses_with_the_place(string text, int line, int column)
    {
        var document = Documents.Json(text);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Root, Is.Null);
            Assert.That(document.Problem?.Kind, Is.EqualTo(DocumentProblemKind.Syntax));
            Assert.That(document.Problem?.Location, Is.EqualTo(new SourceLocation(line, column)));
            Assert.That(document.Problem?.Detail, Is.Not.Empty);
        }
    }

    [TestCase("", "it is empty; a JSON value is expected")]
    [TestCase(" \n", "it is blank; a JSON value is expected")]
    [TestCase("{\"a\": x}", "'x' is an invalid start of a value")]
    [TestCase("[\u200B1]", "the character U+200B is an invalid start of a value")]
    [TestCase("[\"a\tb\"]", "the character U+0009 is invalid within a JSON string. The string should be correctly escaped")]
    [TestCase("[1 NaN]", "'N' is invalid after a value. Expected either ',', '}', or ']'")]
    [TestCase("[1 -Infinity]", "'-' is invalid after a value. Expected either ',', '}', or ']'")]
    [TestCase("{NaN: 1}", "'N' is an invalid start of a property name. Expected a '\"'")]
    [TestCase("{'a': 1}", "''' is an invalid start of a property name. Expected a '\"'")]
    [TestCase("[nan]", "'a' is an invalid JSON literal. Expected the literal 'null'")]
    [TestCase("[1,]", "The JSON array contains a trailing comma at the end")]
    [TestCase("[1", "the file ends before its JSON value does")]
    [TestCase("[1,", "the file ends before its JSON value does")]
    public void Names_what_was_found_and_what_was_expected(string text, string expected) => Assert.That(Documents.Json(text).Problem?.Detail, Is.EqualTo(expected));

    // Beside a value a literal is as wrong as any other would be, and never part of a number or a word.
    [TestCase("1NaN")]
    [TestCase("NaN1")]
    [TestCase("-NaN")]
    [TestCase("--Infinity")]
    [TestCase("+Infinity")]
    [TestCase("NaNNaN")]
    [TestCase("Infinityx")]
    [TestCase("trueNaN")]
    [TestCase("\"a\"NaN")]
    [TestCase("{NaN: 1}")]
    [TestCase("{-Infinity: 1}")]
    [TestCase("{\"a\" NaN: 1}")]
    [TestCase("[NaN NaN]")]
    [TestCase("[1.NaN]")]
    public void Refuses_a_literal_where_no_value_may_stand(string text) => Assert.That(Documents.Json(text).Problem?.Kind, Is.EqualTo(DocumentProblemKind.Syntax));

    [TestCase("[NaN, -Infinity,Infinity]", "[double NaN, double -Infinity, double Infinity]")]
    [TestCase("{\"NaN\": \"Infinity\", \"\\\"NaN\": NaN}", "{\"NaN\": \"Infinity\", \"\"NaN\": double NaN}")]
    [TestCase("[\"\\\\\", NaN, \"\\\\\\\" NaN\"]", "[\"\\\", double NaN, \"\\\" NaN\"]")]
    [TestCase("[\"\\ud83d\\ude80\\ud800\\n\u00e9\\\\ud800\"]", "[\"\\uD83D\\uDE80\\uD800\\u000A\\u00E9\\ud800\"]")]
    [TestCase("{\"\\uDC00\": 1, \"\\udc00\": 2}", "{\"\\uDC00\": int 2}")]
    public void Reads_literals_and_unpaired_surrogates_among_others(string text, string expected) => Assert.That(Documents.Print(Documents.Root(Documents.Json(text))), Is.EqualTo(expected));

    [TestCase(985, ExpectedResult = true)]
    [TestCase(986, ExpectedResult = false)]
    public bool Reads_985_levels_of_nesting(int depth)
        => Documents.Json(new string('[', depth) + new string(']', depth)).Problem is null;

    [TestCase("[", "]")]
    [TestCase("{\"a\":", "}")]
    [TestCase("[{\"a\":", "}]")]
    [TestCase("[", "")]
    public void Survives_nesting_of_a_hundred_thousand_levels(string open, string close)
    {
        var text = new StringBuilder().Insert(0, open, 100_000).Append('1').Append(new StringBuilder().Insert(0, close, 100_000));

        var problem = Documents.Json(text.ToString()).Problem;

        Assert.That(problem?.Detail, Does.Contain("985 levels"));
    }

    [TestCase(4300, ExpectedResult = true)]
    [TestCase(4301, ExpectedResult = false)]
    public bool Reads_integers_of_4300_digits(int digits) => Documents.Json(new string('9', digits)).Problem is null;

    [Test]
    public void Counts_the_digits_without_the_sign() => Assert.That(Documents.Json("-" + new string('9', 4300)).Problem, Is.Null);

    [Test]
    public void Reads_a_fraction_of_any_length() => Assert.That(Documents.Root(Documents.Json("0." + new string('3', 100_000))).AsNumber, Is.EqualTo(1.0 / 3));

    [Test]
    public void Reads_two_hundred_thousand_members_with_their_duplicates()
    {
        var text = $"{{{string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"k{i % 150_000}\":0"))}}}";

        Assert.That(Documents.Root(Documents.Json(text)).Members, Has.Count.EqualTo(150_000));
    }

    [Test]
    public void Refuses_more_values_than_the_limit()
    {
        var limits = new ReadLimits { MaxNodes = 10 };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Documents.Json("[1,2,3,4,5,6,7,8,9]", limits).Problem, Is.Null);
            Assert.That(Documents.Json("[1,2,3,4,5,6,7,8,9,10]", limits).Problem?.Detail, Does.Contain("more than the 10 keys and values"));
        }
    }

    [Test]
    public void Passes_over_large_values_that_nobody_declared()
    {
        var limits = new ReadLimits { MaxUnknownBytes = 20 };
        const string Text = """{"big":["aaaaaaaaaaaaaaaaaaaa"],"known":["bbbbbbbbbbbbbbbbbbbb"],"small":[1, 2], "last": "cccccccccccccccccccccc"}""";

        var document = DocumentReader.Read(Encoding.UTF8.GetBytes(Text), SubmissionPath.Parse("x.json"), DocumentLanguage.Json, limits, declared: System.Collections.Frozen.FrozenSet.Create("known"));
        var root = Documents.Root(document);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Documents.Print(root), Is.EqualTo("""{"big": a value of 24 bytes, "known": ["bbbbbbbbbbbbbbbbbbbb"], "small": [int 1, int 2], "last": a value of 24 bytes}"""));
            Assert.That(root["big"]?.Location, Is.EqualTo(new SourceLocation(1, 8)));
            Assert.That(root["small"]?.Location, Is.EqualTo(new SourceLocation(1, 74)));
        }
    }

    [Test]
    public void Keeps_everything_where_nothing_is_declared()
        => Assert.That(Documents.Root(Documents.Json("""{"big":[1,2,3]}""", new ReadLimits { MaxUnknownBytes = 1 }))["big"]?.Kind, Is.EqualTo(NodeKind.List));

    [Test]
    public void Checks_also_what_it_passes_over()
    {
        var limits = new ReadLimits { MaxUnknownBytes = 4 };

        var document = DocumentReader.Read("""{"big":["a","b",],"c":1}"""u8.ToArray(), SubmissionPath.Parse("x.json"), DocumentLanguage.Json, limits, declared: System.Collections.Frozen.FrozenSet<string>.Empty);

        Assert.That(document.Problem?.Location, Is.EqualTo(new SourceLocation(1, 17)));
    }

    [Test]
    public void Does_not_count_what_it_passes_over()
    {
        var limits = new ReadLimits { MaxUnknownBytes = 4, MaxNodes = 5 };

        var document = DocumentReader.Read("""{"big":[1,2,3,4,5,6,7,8],"c":1}"""u8.ToArray(), SubmissionPath.Parse("x.json"), DocumentLanguage.Json, limits, declared: System.Collections.Frozen.FrozenSet<string>.Empty);

        Assert.That(document.Problem, Is.Null);
    }
}
