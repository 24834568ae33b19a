using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Tests.Reading;

/// <summary>The coercion tables: what each declared type takes, and by which key it refuses the rest.</summary>
public sealed class CoercionTests
{
    [TestCase("64", "64")]
    [TestCase("10487924139932647040", "10487924139932647040")]
    [TestCase("true", "1")]
    [TestCase("false", "0")]
    [TestCase("64.0", "64")]
    [TestCase("-0.0", "0")]
    [TestCase("9007199254740993.0", "9007199254740992")]
    [TestCase("9223372036854774784.0", "9223372036854774784")]
    [TestCase("\" 64 \"", "64")]
    [TestCase("\"\\u3000+1_024.0\\u2028\"", "1024")]
    [TestCase("\"0064\"", "64")]
    [TestCase("\"0__64\"", "64")]
    [TestCase("\"-5_12.00\"", "-512")]
    [TestCase("\"0.0\"", "0")]
    [TestCase("\"0-1\"", "-1")]
    [TestCase("\"9007199254740993\"", "9007199254740993")]
    [TestCase("1.5", "int_from_float")]
    [TestCase("1e-300", "int_from_float")]
    [TestCase("9223372036854775808.0", "unworded-error")]
    [TestCase("1e19", "unworded-error")]
    [TestCase("-1e19", "unworded-error")]
    [TestCase("NaN", "unworded-error")]
    [TestCase("Infinity", "unworded-error")]
    [TestCase("-Infinity", "unworded-error")]
    [TestCase("\"\\ud800\"", "unworded-error")]
    [TestCase("\"64.\"", "int_parsing")]
    [TestCase("\".0\"", "int_parsing")]
    [TestCase("\"1.5\"", "int_parsing")]
    [TestCase("\"1e3\"", "int_parsing")]
    [TestCase("\"0x10\"", "int_parsing")]
    [TestCase("\"1__0\"", "int_parsing")]
    [TestCase("\"1_\"", "int_parsing")]
    [TestCase("\"_1\"", "int_parsing")]
    [TestCase("\"0_\"", "int_parsing")]
    [TestCase("\"+-1\"", "int_parsing")]
    [TestCase("\"--1\"", "int_parsing")]
    [TestCase("\"\"", "int_parsing")]
    [TestCase("\"\\uff11\"", "int_parsing")]
    [TestCase("\"\\u001c64\"", "int_parsing")]
    [TestCase("\"\\ufeff64\"", "int_parsing")]
    [TestCase("null", "int_type")]
    [TestCase("[]", "int_type")]
    [TestCase("{}", "int_type")]
    public void Integer(string json, string expected) => Assert.That(Json(json, static fields => fields.Integer("x", Presence.Required)), Is.EqualTo(expected));

    [TestCase(4300, ExpectedResult = 4300)]
    [TestCase(4301, ExpectedResult = 14)]
    public int Integer_from_text_has_at_most_4300_digits(int digits)
        => Json($"\"{new string('7', digits)}\"", static fields => fields.Integer("x", Presence.Required)).Length;

    [TestCase("1.5", "1.5")]
    [TestCase("3", "3")]
    [TestCase("true", "1")]
    [TestCase("NaN", "NaN")]
    [TestCase("-Infinity", "-Infinity")]
    [TestCase("\" 1.5 \"", "1.5")]
    [TestCase("\".5\"", "0.5")]
    [TestCase("\"5.\"", "5")]
    [TestCase("\"1E+3\"", "1000")]
    [TestCase("\"1e999\"", "Infinity")]
    [TestCase("\"-INF\"", "-Infinity")]
    [TestCase("\"+nan\"", "NaN")]
    [TestCase("\"1_0.5\"", "10.5")]
    [TestCase("\"1._5\"", "1.5")]
    [TestCase("\"1e_5\"", "100000")]
    [TestCase("\"-_5\"", "-5")]
    [TestCase("\" 1_0.5\"", "float_parsing")]
    [TestCase("\"1__0\"", "float_parsing")]
    [TestCase("\"1_\"", "float_parsing")]
    [TestCase("\"0x10\"", "float_parsing")]
    [TestCase("\"1,5\"", "float_parsing")]
    [TestCase("\"\\uff11\"", "float_parsing")]
    [TestCase("\"\"", "float_parsing")]
    [TestCase("\"\\ud800\"", "unworded-error")]
    [TestCase("null", "float_type")]
    [TestCase("[1]", "float_type")]
    [TestCase("{}", "float_type")]
    public void Number(string json, string expected) => Assert.That(Json(json, static fields => fields.Number("x", Presence.Required)), Is.EqualTo(expected));

    [Test]
    public void Number_from_an_integer_must_fit_a_double()
    {
        // The largest integer that still rounds to a double, and the next one, which does not.
        var limit = BigInteger.Pow(2, 1024) - BigInteger.Pow(2, 970);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Json((limit - 1).ToString(CultureInfo.InvariantCulture), static fields => fields.Number("x", Presence.Required)), Is.EqualTo("1.7976931348623157E+308"));
            Assert.That(Json(limit.ToString(CultureInfo.InvariantCulture), static fields => fields.Number("x", Presence.Required)), Is.EqualTo("float_type"));
        }
    }

    [TestCase("1.5", "1.5")]
    [TestCase("3", "3")]
    [TestCase("NaN", "NaN")]
    [TestCase("true", "float_type")]
    [TestCase("\"1\"", "float_type")]
    [TestCase("null", "float_type")]
    public void Strict_number(string json, string expected) => Assert.That(Json(json, static fields => fields.StrictNumber("x", Presence.Required)), Is.EqualTo(expected));

    [TestCase("true", "True")]
    [TestCase("0", "False")]
    [TestCase("1.0", "True")]
    [TestCase("-0.0", "False")]
    [TestCase("\"oN\"", "True")]
    [TestCase("\"T\"", "True")]
    [TestCase("\"yes\"", "True")]
    [TestCase("\"0\"", "False")]
    [TestCase("\"n\"", "False")]
    [TestCase("\"FALSE\"", "False")]
    [TestCase("\" true\"", "bool_parsing")]
    [TestCase("\"\"", "bool_parsing")]
    [TestCase("\"ye\\u017f\"", "bool_parsing")]
    [TestCase("2", "bool_parsing")]
    [TestCase("-9223372036854775808", "bool_parsing")]
    [TestCase("9223372036854774784.0", "bool_parsing")]
    [TestCase("9223372036854775808", "bool_type")]
    [TestCase("9223372036854775808.0", "bool_type")]
    [TestCase("0.5", "bool_type")]
    [TestCase("NaN", "bool_type")]
    [TestCase("null", "bool_type")]
    [TestCase("[]", "bool_type")]
    [TestCase("\"\\ud800\"", "unworded-error")]
    public void Boolean(string json, string expected) => Assert.That(Json(json, static fields => fields.Boolean("x", Presence.Required)), Is.EqualTo(expected));

    [TestCase("\"\"", "")]
    [TestCase("\" x \"", " x ")]
    [TestCase("1", "string_type")]
    [TestCase("1.5", "string_type")]
    [TestCase("true", "string_type")]
    [TestCase("null", "string_type")]
    [TestCase("[]", "string_type")]
    [TestCase("{}", "string_type")]
    public void Text(string json, string expected) => Assert.That(Json(json, static fields => fields.Text("x", Presence.Required)), Is.EqualTo(expected));

    [Test]
    public void Text_may_hold_half_a_surrogate_pair() => Assert.That(Json("\"\\ud800\"", static fields => fields.Text("x", Presence.Required)), Is.EqualTo("\uD800"));

    [TestCase("\"abcd\"", "abcd")]
    [TestCase("\"    \"", "    ")]
    [TestCase("\"\U0001F680\U0001F680\U0001F680\U0001F680\"", "\U0001F680\U0001F680\U0001F680\U0001F680")]
    [TestCase("\"\U0001F680\U0001F680\U0001F680\"", "string_too_short")]
    [TestCase("\"abc\"", "string_too_short")]
    [TestCase("\"\"", "string_too_short")]
    [TestCase("\"abcd\\udc00\"", "unworded-error")]
    [TestCase("null", "string_type")]
    public void Text_of_at_least_four_characters(string json, string expected) => Assert.That(Json(json, static fields => fields.Text("x", Presence.Required, minLength: 4)), Is.EqualTo(expected));

    [TestCase("\"a\"", "a")]
    [TestCase("\"A\"", "literal_error")]
    [TestCase("\" a\"", "literal_error")]
    [TestCase("1", "literal_error")]
    [TestCase("null", "literal_error")]
    public void One_of(string json, string expected) => Assert.That(Json(json, static fields => fields.OneOf("x", Presence.Required, ["a", "b"])), Is.EqualTo(expected));

    [Test]
    public void One_of_an_enumeration_has_its_own_key() => Assert.That(Json("\"c\"", static fields => fields.OneOf("x", Presence.Required, ["a"], FieldKeys.Enum)), Is.EqualTo("enum"));

    [TestCase("{}", "a mapping of 0")]
    [TestCase("[]", "model_type")]
    [TestCase("null", "model_type")]
    [TestCase("\"\"", "model_type")]
    public void Object(string json, string expected) => Assert.That(Json(json, static fields => fields.Object("x", Presence.Required)?.Node), Is.EqualTo(expected));

    [TestCase("[\"a\", \"\"]", "a,")]
    [TestCase("[]", "")]
    [TestCase("[1, \"a\", null]", "string_type string_type")]
    [TestCase("\"a\"", "list_type")]
    [TestCase("{}", "list_type")]
    [TestCase("null", "list_type")]
    public void List_of_texts(string json, string expected)
        => Assert.That(Json(json, static fields => fields.Texts("x", Presence.Required) is { } texts ? string.Join(',', texts) : null), Is.EqualTo(expected));

    [TestCase("[{}, {}]", "2")]
    [TestCase("[]", "too_short")]
    [TestCase("[{}, 1, null]", "model_type model_type")]
    [TestCase("{}", "list_type")]
    public void List_of_objects(string json, string expected)
        => Assert.That(Json(json, static fields => fields.Objects("x", Presence.Required, minCount: 1)?.Count), Is.EqualTo(expected));

    [TestCase("{\"b\": 1, \"a\": \"2.5\"}", "b=1,a=2.5")]
    [TestCase("{\"a\": \"x\", \"b\": null}", "float_parsing float_type")]
    [TestCase("[]", "dict_type")]
    [TestCase("null", "dict_type")]
    [TestCase("\"\"", "dict_type")]
    public void Mapping_to_numbers(string json, string expected)
        => Assert.That(Json(json, static fields => fields.NumberMap("x", Presence.Required) is { } map ? string.Join(',', map.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Name}={pair.Value}"))) : null), Is.EqualTo(expected));

    [TestCase("{\"a\": 1}", "a=1")]
    [TestCase("{\"a\": true, \"b\": \"1\"}", "float_type float_type")]
    public void Mapping_to_strict_numbers(string json, string expected)
        => Assert.That(Json(json, static fields => fields.StrictNumberMap("x", Presence.Required) is { } map ? string.Join(',', map.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Name}={pair.Value}"))) : null), Is.EqualTo(expected));

    [TestCase("{\"a\": \"1\"}", "a=1")]
    [TestCase("{\"a\": 1}", "string_type")]
    [TestCase("[]", "dict_type")]
    public void Mapping_to_texts(string json, string expected)
        => Assert.That(Json(json, static fields => fields.TextMap("x", Presence.Required) is { } map ? string.Join(',', map.Select(pair => $"{pair.Name}={pair.Value}")) : null), Is.EqualTo(expected));

    [TestCase("x: !!binary NjQ=", "64")]
    [TestCase("x: !!binary eA==", "int_parsing")]
    [TestCase("x: !!binary /w==", "int_parsing")]
    [TestCase("x: 2026-05-01", "int_type")]
    [TestCase("x: 0400", "256")]
    [TestCase("x: 4:16", "256")]
    [TestCase("x: yes", "1")]
    [TestCase("x: !!set {a}", "int_type")]
    public void Integer_in_YAML(string yaml, string expected) => Assert.That(Yaml(yaml, static fields => fields.Integer("x", Presence.Required)), Is.EqualTo(expected));

    [TestCase("x: !!binary aGVsbG8=", "hello")]
    [TestCase("x: !!binary /w==", "unworded-error")]
    [TestCase("x: 2026-05-01", "string_type")]
    [TestCase("x: no", "string_type")]
    [TestCase("x: 1e3", "1e3")]
    public void Text_in_YAML(string yaml, string expected) => Assert.That(Yaml(yaml, static fields => fields.Text("x", Presence.Required)), Is.EqualTo(expected));

    [TestCase("x: !!set {a, b}", "a,b")]
    [TestCase("x: !!omap [a: b]", "string_type")]
    public void List_of_texts_in_YAML(string yaml, string expected)
        => Assert.That(Yaml(yaml, static fields => fields.Texts("x", Presence.Required) is { } texts ? string.Join(',', texts) : null), Is.EqualTo(expected));

    [TestCase("x: {1: 2, !!binary YQ==: 3}", "string_type")]
    [TestCase("x: {!!binary YQ==: 3}", "a=3")]
    [TestCase("x: {yes: 1, ~: x}", "string_type string_type float_parsing")]
    public void Keys_of_a_mapping_in_YAML_must_be_text(string yaml, string expected)
        => Assert.That(Yaml(yaml, static fields => fields.NumberMap("x", Presence.Required) is { } map ? string.Join(',', map.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Name}={pair.Value}"))) : null), Is.EqualTo(expected));

    [TestCase("{}", "string_type", Description = "the mapping itself is fine")]
    public void Any_mapping(string json, string refused)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Json(json, static fields => fields.AnyMap("x", Presence.Required)), Is.EqualTo("a mapping of 0"));
            Assert.That(Json("[]", static fields => fields.AnyMap("x", Presence.Required)), Is.EqualTo("dict_type"));
            Assert.That(Yaml("x: {1: 2}", static fields => fields.AnyMap("x", Presence.Required)), Is.EqualTo(refused));
        }
    }

    [TestCase("0", "0")]
    [TestCase("10", "10")]
    [TestCase("-1", "greater_than_equal")]
    [TestCase("11", "less_than_equal")]
    [TestCase("\"11\"", "less_than_equal")]
    public void Integer_within_bounds(string json, string expected)
        => Assert.That(Json(json, static fields => fields.Integer("x", Presence.Required, atLeast: 0, atMost: 10)), Is.EqualTo(expected));

    [TestCase("0", "0")]
    [TestCase("10.0", "10")]
    [TestCase("-1e-9", "greater_than_equal")]
    [TestCase("10.000001", "less_than_equal")]
    [TestCase("NaN", "less_than_equal")]
    [TestCase("-0.0", "-0")]
    public void Number_within_bounds(string json, string expected)
        => Assert.That(Json(json, static fields => fields.Number("x", Presence.Required, atLeast: 0, atMost: 10)), Is.EqualTo(expected));

    [TestCase("NaN", "greater_than_equal")]
    [TestCase("Infinity", "Infinity")]
    public void What_is_no_number_fails_the_first_bound(string json, string expected)
        => Assert.That(Json(json, static fields => fields.Number("x", Presence.Required, atLeast: 0)), Is.EqualTo(expected));

    [TestCase("0", "greater_than")]
    [TestCase("NaN", "greater_than")]
    [TestCase("5e-324", "5E-324")]
    public void Number_above_an_exclusive_bound(string json, string expected)
        => Assert.That(Json(json, static fields => fields.Number("x", Presence.Required, greaterThan: 0)), Is.EqualTo(expected));

    [TestCase("\"\\uff11.\\uff15\"", "1.5")]
    [TestCase("\"1_0.5\"", "10.5")]
    [TestCase("\"1._5\"", "1.5")]
    [TestCase("\"\"", "float_parsing")]
    [TestCase("2", "2")]
    [TestCase("[]", "float_type")]
    public void Number_that_Python_reads_first(string json, string expected) => Assert.That(Json(json, static fields => fields.PythonNumber("x", Presence.Required)), Is.EqualTo(expected));

    [TestCase("\"\\u0663\"", "3")]
    [TestCase("\"1.0\"", "1")]
    [TestCase("\"x\"", "int_parsing")]
    [TestCase("1.0", "1")]
    [TestCase("null", "int_type")]
    public void Integer_that_Python_reads_first(string json, string expected) => Assert.That(Json(json, static fields => fields.PythonInteger("x", Presence.Required)), Is.EqualTo(expected));

    [TestCase("\"text\"", "text")]
    [TestCase("{\"batch\": 4}", "batch 4")]
    [TestCase("\"abc\"", "model_type string_too_short")]
    [TestCase("{\"batch\": \"x\"}", "int_parsing string_type")]
    [TestCase("7", "model_type string_type")]
    [TestCase("null", "")]
    public void Union_takes_the_first_alternative_that_accepts_and_else_notes_all(string json, string expected)
        => Assert.That(
            Json(json, static fields => fields.Union<string>(
                "x",
                Presence.Nullable,
                "text or a mapping",
                static attempt => attempt.Object("x", Presence.Required) is { } inner ? $"batch {inner.Integer("batch", Presence.Nullable)}" : null,
                static attempt => attempt.Text("x", Presence.Required, minLength: 4))),
            Is.EqualTo(expected));

    [Test]
    public void Absent_fields_are_missing_only_where_they_are_required()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read("{}", static fields => fields.Integer("x", Presence.Required)), Is.EqualTo("missing"));
            Assert.That(Read("{}", static fields => fields.Integer("x", Presence.Optional)), Is.Empty);
            Assert.That(Read("{}", static fields => fields.Integer("x", Presence.Nullable)), Is.Empty);
            Assert.That(Read("{\"x\": null}", static fields => fields.Integer("x", Presence.Optional)), Is.EqualTo("int_type"));
            Assert.That(Read("{\"x\": null}", static fields => fields.Integer("x", Presence.Nullable)), Is.Empty);
            Assert.That(Read("{}", static fields => fields.OneOf("x", Presence.Required, ["a"])), Is.EqualTo("missing"));
            Assert.That(Read("{}", static fields => fields.Objects("x", Presence.Required)?.Count), Is.EqualTo("missing"));
            Assert.That(Read("{}", static fields => fields.Union<string>("x", Presence.Required, "text")), Is.EqualTo("missing"));
        }
    }

    private static string Json(string value, Func<FieldReader, object?> read) => Read($"{{\"x\": {value}}}", read);

    private static string Yaml(string text, Func<FieldReader, object?> read) => Read(Documents.Yaml(text), read);

    private static string Read(string json, Func<FieldReader, object?> read) => Read(Documents.Json(json), read);

    private static string Read(Document document, Func<FieldReader, object?> read)
    {
        var problems = new List<FieldProblem>();
        var fields = FieldReader.Open(document, problems)!;
        var value = read(fields);
        Assert.That(fields.HasProblems, Is.EqualTo(problems.Count > 0));
        return problems.Count > 0 ? string.Join(' ', problems.Select(problem => problem.Key)) : string.Create(CultureInfo.InvariantCulture, $"{value}");
    }
}
