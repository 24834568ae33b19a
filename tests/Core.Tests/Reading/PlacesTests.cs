using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Reading;

/// <summary>Faults with the place that they are reported at: file, line, column in characters, and JSON pointer.</summary>
public sealed class PlacesTests
{
    private const string JsonFile = "results/acme/result_summary.json";
    private const string YamlFile = "results/acme/point.yaml";

    // A missing field points at its object.
    [TestCase("{}", "missing concurrency", 1, 1, "")]
    [TestCase("\n\n  {}", "missing concurrency", 3, 3, "")]
    [TestCase("{\r\n\r\n}", "missing concurrency", 1, 1, "")]
    [TestCase("{\"concurrency\": 1,\n  \"warmup\": {}}", "missing warmup.duration_s", 2, 13, "/warmup")]
    [TestCase("{\"concurrency\": 1,\r\n\t\"warmup\":\t{}}", "missing warmup.duration_s", 2, 12, "/warmup")]
    [TestCase("{\"concurrency\": 1, \"nodes\": [{\"id\": 1},\n {}]}", "missing nodes.1.id", 2, 2, "/nodes/1")]
    // Values, after every kind of line end.
    [TestCase("{\"concurrency\": null}", "int_type concurrency", 1, 17, "/concurrency")]
    [TestCase("{\n  \"concurrency\": 1.5\n}", "int_from_float concurrency", 2, 18, "/concurrency")]
    [TestCase("{\r\n  \"concurrency\": \"x\"\r\n}", "int_parsing concurrency", 2, 18, "/concurrency")]
    [TestCase("{\r  \"concurrency\": []\r}", "int_type concurrency", 2, 18, "/concurrency")]
    [TestCase("{\n\r\n\r  \"concurrency\": 0}", "greater_than_equal concurrency", 4, 18, "/concurrency")]
    [TestCase("{\n\n\n\"concurrency\":\n\n0}", "greater_than_equal concurrency", 6, 1, "/concurrency")]
    // A tab is one column.
    [TestCase("{\t\"concurrency\":\t0}", "greater_than_equal concurrency", 1, 18, "/concurrency")]
    [TestCase("\t\t{\n\t\t\"concurrency\": 0}", "greater_than_equal concurrency", 2, 18, "/concurrency")]
    // Characters are counted, not bytes nor halves of pairs.
    [TestCase("{\"\u00E9\": 1, \"concurrency\": 0}", "greater_than_equal concurrency", 1, 25, "/concurrency")]
    [TestCase("{\"\u20AC\": \"\u20AC\u20AC\", \"concurrency\": 0}", "greater_than_equal concurrency", 1, 28, "/concurrency")]
    [TestCase("{\"\U0001F680\": \"\U0001F680\U0001F680\", \"concurrency\": 0}", "greater_than_equal concurrency", 1, 28, "/concurrency")]
    [TestCase("{\"\U0001F680\": 1,\n\"concurrency\": 0}", "greater_than_equal concurrency", 2, 16, "/concurrency")]
    [TestCase("{\"a\": \"\\ud83d\\ude80\\n\", \"concurrency\": 0}", "greater_than_equal concurrency", 1, 40, "/concurrency")]
    [TestCase("{\"a\": \"\u2028\u0085\", \"concurrency\": 0}", "greater_than_equal concurrency", 1, 28, "/concurrency")]
    // Nested values, elements, mappings with odd keys.
    [TestCase("{\"concurrency\": 1, \"warmup\": {\"duration_s\": -1}}", "greater_than_equal warmup.duration_s", 1, 45, "/warmup/duration_s")]
    [TestCase("{\"concurrency\": 1, \"warmup\": []}", "model_type warmup", 1, 30, "/warmup")]
    [TestCase("{\"concurrency\": 1, \"tags\": \"x\"}", "list_type tags", 1, 28, "/tags")]
    [TestCase("{\"concurrency\": 1, \"tags\": [\"a\",\n\"b\", 3]}", "string_type tags.2", 2, 6, "/tags/2")]
    [TestCase("{\"concurrency\": 1, \"nodes\": [7]}", "model_type nodes.0", 1, 30, "/nodes/0")]
    [TestCase("{\"concurrency\": 1, \"nodes\": [{\"id\": \"a\"}]}", "int_parsing nodes.0.id", 1, 37, "/nodes/0/id")]
    [TestCase("{\"concurrency\": 1, \"percentiles\": {\"p/90~\": \"x\"}}", "float_parsing percentiles.p/90~", 1, 45, "/percentiles/p~190~0")]
    [TestCase("{\"concurrency\": 1, \"percentiles\": {\"\": []}}", "float_type percentiles.", 1, 40, "/percentiles/")]
    [TestCase("{\"concurrency\": 1, \"region\":\r\n\t5}", "string_type region", 2, 2, "/region")]
    [TestCase("{\"concurrency\": 1, \"extra\": 1, \"concurrency\": 0}", "greater_than_equal concurrency", 1, 47, "/concurrency")]
    [TestCase("{\"concurrency\": 1, \"strict\": {\"a\": 1,\n \"b\": 2}}", "extra_forbidden strict.b", 2, 2, "/strict/b")]
    [TestCase("[1]", "model_type ", 1, 1, "")]
    [TestCase(" \r\n \"x\"", "model_type ", 2, 2, "")]
    public void In_JSON(string text, string fault, int line, int column, string pointer) => AssertPlace(JsonFile, text, DocumentLanguage.Json, fault, line, column, pointer);

    // A missing field points at its object: where its first key stands.
    [TestCase("a: 1\n", "missing concurrency", 1, 1, "")]
    [TestCase("# c\n---\na: 1\n", "missing concurrency", 3, 1, "")]
    [TestCase("{}", "missing concurrency", 1, 1, "")]
    [TestCase("concurrency: 1\nwarmup:\n  a: 1\n", "missing warmup.duration_s", 3, 3, "/warmup")]
    [TestCase("concurrency: 1\r\nwarmup: {}\r\n", "missing warmup.duration_s", 2, 9, "/warmup")]
    [TestCase("concurrency: 1\nnodes:\n- id: 1\n- x: 1\n", "missing nodes.1.id", 4, 3, "/nodes/1")]
    // Values, after every kind of line end.
    [TestCase("concurrency: 0\n", "greater_than_equal concurrency", 1, 14, "/concurrency")]
    [TestCase("region: a\r\nconcurrency: 0\r\n", "greater_than_equal concurrency", 2, 14, "/concurrency")]
    [TestCase("region: a\rconcurrency: 0\r", "greater_than_equal concurrency", 2, 14, "/concurrency")]
    [TestCase("region: a\n\r\n\rconcurrency: 0", "greater_than_equal concurrency", 4, 14, "/concurrency")]
    [TestCase("concurrency:\n\n    many\n", "int_parsing concurrency", 3, 5, "/concurrency")]
    [TestCase("concurrency:\nregion: a\n", "int_type concurrency", 1, 12, "/concurrency")]
    [TestCase("concurrency: ~ # none\n", "int_type concurrency", 1, 14, "/concurrency")]
    [TestCase("concurrency:    'x'\n", "int_parsing concurrency", 1, 17, "/concurrency")]
    [TestCase("concurrency: |\n  x\n", "int_parsing concurrency", 1, 14, "/concurrency")]
    [TestCase("? concurrency\n: 1.5\n", "int_from_float concurrency", 2, 3, "/concurrency")]
    // A line break of YAML that no editor counts is a character in the line.
    [TestCase("region: a\u2028concurrency: 0\n", "greater_than_equal concurrency", 1, 24, "/concurrency")]
    [TestCase("region: a\u0085concurrency: 0\n", "greater_than_equal concurrency", 1, 24, "/concurrency")]
    // Tabs inside a text, characters beyond ASCII and beyond 16 bits.
    [TestCase("{region: \"a\tb\", concurrency: 0}", "greater_than_equal concurrency", 1, 30, "/concurrency")]
    [TestCase("{\u00E9: 1, concurrency: 0}", "greater_than_equal concurrency", 1, 21, "/concurrency")]
    [TestCase("{\U0001F680: '\U0001F680\U0001F680', concurrency: 0}", "greater_than_equal concurrency", 1, 24, "/concurrency")]
    [TestCase("# \U0001F680\nconcurrency: 0 # \U0001F680\n", "greater_than_equal concurrency", 2, 14, "/concurrency")]
    [TestCase("region: |\n  \U0001F680\u00E9\r\n  b\r\nconcurrency: 0\n", "greater_than_equal concurrency", 4, 14, "/concurrency")]
    [TestCase("region: \"\U0001F680\n  b\"\nconcurrency: 0\n", "greater_than_equal concurrency", 3, 14, "/concurrency")]
    [TestCase("\uFEFFconcurrency: 0\n", "greater_than_equal concurrency", 1, 14, "/concurrency")]
    // Anchors: the fault stands where the value was written; its pointer names the field that uses it.
    [TestCase("a: &x many\nconcurrency: *x\n", "int_parsing concurrency", 1, 7, "/concurrency")]
    [TestCase("concurrency: &x 0\n", "greater_than_equal concurrency", 1, 17, "/concurrency")]
    [TestCase("concurrency: !!str 5\nregion: !!int 5\n", "string_type region", 2, 15, "/region")]
    [TestCase("base: &b\n  duration_s: -1\nconcurrency: 1\nwarmup: *b\n", "greater_than_equal warmup.duration_s", 2, 15, "/warmup/duration_s")]
    [TestCase("base: &b\n  duration_s: -1\nconcurrency: 1\nwarmup:\n  <<: *b\n  a: 1\n", "greater_than_equal warmup.duration_s", 2, 15, "/warmup/duration_s")]
    [TestCase("base: &b {a: 1}\nconcurrency: 1\nwarmup:\n  <<: *b\n", "missing warmup.duration_s", 4, 3, "/warmup")]
    [TestCase("concurrency: 1\nx: &x [1]\ntags: *x\n", "string_type tags.0", 2, 8, "/tags/0")]
    // Nested values, elements, keys.
    [TestCase("concurrency: 1\ntags:\n- a\n-\n- b\n", "string_type tags.1", 4, 1, "/tags/1")]
    [TestCase("concurrency: 1\ntags: [a,\n  2026-05-01]\n", "string_type tags.1", 3, 3, "/tags/1")]
    [TestCase("concurrency: 1\nwarmup: [1]\n", "model_type warmup", 2, 9, "/warmup")]
    [TestCase("concurrency: 1\nnodes:\n  - id: yes\n  - id: x\n", "int_parsing nodes.1.id", 4, 9, "/nodes/1/id")]
    [TestCase("concurrency: 1\n5: a\n", "unworded-error 5", 2, 1, "/5")]
    [TestCase("concurrency: 1\nwarmup: {duration_s: 1,\n yes: a}\n", "unworded-error warmup.yes", 3, 2, "/warmup/yes")]
    [TestCase("concurrency: 1\npercentiles:\n  \"50\": 1\n  90: 2\n", "string_type percentiles.90", 4, 3, "/percentiles/90")]
    [TestCase("concurrency: 1\nconcurrency: 0\n", "greater_than_equal concurrency", 2, 14, "/concurrency")]
    [TestCase("- concurrency: 1\n", "model_type ", 1, 1, "")]
    public void In_YAML(string text, string fault, int line, int column, string pointer) => AssertPlace(YamlFile, text, DocumentLanguage.Yaml, fault, line, column, pointer);

    private static void AssertPlace(string file, string text, DocumentLanguage language, string fault, int line, int column, string pointer)
    {
        var document = DocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(text), SubmissionPath.Parse(file), language);
        var problems = new List<FieldProblem>();
        if (FieldReader.Open(document, problems) is { } fields)
        {
            ReadModel(fields);
        }

        var problem = problems.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.Path.Value, Is.EqualTo(file));
            Assert.That($"{problem.Key} {problem.Field}", Is.EqualTo(fault));
            Assert.That(problem.Location, Is.EqualTo(new SourceLocation(line, column)));
            Assert.That(problem.Pointer, Is.EqualTo(pointer));
        }
    }

    private static void ReadModel(FieldReader fields)
    {
        fields.Integer("concurrency", Presence.Required, atLeast: 1);
        fields.Text("region", Presence.Nullable);
        if (fields.Object("warmup", Presence.Optional) is { } warmup)
        {
            warmup.Number("duration_s", Presence.Required, atLeast: 0);
            warmup.RefuseNonTextKeys();
        }

        fields.Texts("tags", Presence.Optional);
        fields.Objects("nodes", Presence.Optional, static node => node.Integer("id", Presence.Required));
        fields.NumberMap("percentiles", Presence.Optional);
        if (fields.Object("strict", Presence.Optional) is { } strict)
        {
            strict.Integer("a", Presence.Required);
            strict.RefuseUnknown();
        }

        fields.RefuseNonTextKeys();
    }
}
