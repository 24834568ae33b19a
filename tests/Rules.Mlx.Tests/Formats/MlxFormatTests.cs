using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Formats;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Tests.Formats;

public sealed class MlxFormatTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("mlx-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCaseSource(typeof(EnvelopeCase), nameof(EnvelopeCase.Cases))]
    public void Report_says_what_the_corpus_says(EnvelopeCase known)
    {
        var file = Path.Combine(_folder, "case.json");
        File.WriteAllBytes(file, known.Utf8);

        var report = Envelopes.Check(new FolderSource(file));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Passed, Is.EqualTo(known.IsValid));
            Assert.That(
                report.Errors.Select(error => new MlxViolation(error.Pointer!, error.Key)),
                Is.EquivalentTo(known.IsJson ? known.Violations : [new MlxViolation("", "unparsable")]));
            Assert.That(report.Errors.Select(error => (error.DisplayPath, error.DisplayFile)).Distinct(), Is.EqualTo(known.IsValid ? [] : new[] { (file, (string?)file) }));
            Assert.That(report.Errors.Select(error => error.Line), Has.All.Not.Null);
            Assert.That(report.Results.Count(result => result.Severity is MlPerf.Endpoints.Core.Rules.Severity.Info), Is.EqualTo(known.IsValid ? 1 : 0));
            Assert.That(report.Errors.Select(error => error.Message + error.Fix), Has.None.Contain("{place}").And.None.Contain("{expected}"));
        }
    }

    [Test]
    public void A_bad_line_costs_that_line_only()
    {
        var report = Envelopes.Check("runs.jsonl", $"{Envelopes.Valid}\n{{\"schema_version\":\"2\"\n\n{Envelopes.Valid}\r\n{Envelopes.Valid.Replace("\"o\"", "7", StringComparison.Ordinal)}\n{Envelopes.Valid}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Errors.Select(error => (error.Key, error.Line, error.Pointer)), Is.EqualTo(new[] { ("unparsable", 2, ""), ("type", (int?)5, "/system/os") }));
            Assert.That(report.Results.Where(result => result.Passed).Select(result => result.Line), Is.EqualTo(new[] { 1, 4, 6 }));
        }
    }

    [Test]
    public void Finds_line_and_column()
    {
        var error = Envelopes.Check("run.json", "\n{\n  \"é\": 1, \"seed\": 1.5,\n \"schema_version\":\"1\"}").Errors;

        Assert.That(error.Select(one => (one.Key, one.Pointer, one.Line, one.Column)), Does.Contain(("type", "/seed", (int?)3, (int?)19)).And.Contain(("additionalProperties", "", (int?)3, (int?)3)));
    }

    [TestCase("run.json", Envelopes.Valid, "mlx")]
    [TestCase("run", Envelopes.Valid, "mlx")]
    [TestCase("runs.jsonl", Envelopes.Valid + "\nnonsense", "mlx")]
    [TestCase("run.json", "{\"schema_version\":\"1\"}", "v1.0")]
    [TestCase("run.json", "[]", "v1.0")]
    [TestCase("run.json", "", "v1.0")]
    public void A_file_is_claimed_by_its_content(string name, string text, string expected)
        => Assert.That(Envelopes.Check(name, text, spec: "auto").Revision.Name, Is.EqualTo(expected));

    [Test]
    public void A_folder_is_claimed_by_an_envelope_in_it_and_read_to_its_end()
    {
        var source = MemorySource.FromTexts("runs", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["a.json"] = Envelopes.Valid,
            ["b/c.jsonl"] = Envelopes.Valid + "\n" + Envelopes.Valid,
            ["b/broken.json"] = "{",
            ["notes.txt"] = "nothing",
            [".hidden.json"] = "{",
        });

        var report = Envelopes.Check(source, spec: "auto");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Revision.ToString(), Is.EqualTo("mlx/v1"));
            Assert.That(report.Results.Select(result => (result.DisplayPath, result.Key)), Is.EqualTo(new[] { ("runs/a.json", "pass"), ("runs/b/broken.json", "unparsable"), ("runs/b/c.jsonl", "pass"), ("runs/b/c.jsonl", "pass") }));
        }
    }

    [Test]
    public void Nothing_and_an_empty_folder_are_findings()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Envelopes.Check(new FolderSource(Path.Combine(_folder, "none"))).Errors.Single().Key, Is.EqualTo("missing"));
            Assert.That(Envelopes.Check(new FolderSource(_folder)).Errors.Single().Key, Is.EqualTo("none"));
            Assert.That(Envelopes.Check("empty.jsonl", "\n\n").Errors.Single().Key, Is.EqualTo("none"));
        }
    }

    [Test]
    public void Oldest_state_refuses_the_five_members_and_names_the_other_state()
    {
        var text = Envelopes.Valid.Replace("[]", """[{"name":"n","metric":"m","value":1,"unit":"u","peak_rss_mb":1}]""", StringComparison.Ordinal);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Envelopes.Check("run.json", text).Passed);
            var error = Envelopes.Check("run.json", text, dialect: "0.6.1").Errors.Single();
            Assert.That((error.Key, error.Pointer), Is.EqualTo(("additionalProperties", "/results/0")));
            Assert.That(error.Message, Does.Contain("another state"));
        }
    }

    [TestCase("env_class", true)]
    [TestCase("campaign", true)]
    [TestCase("hostname", false)]
    public void A_member_of_a_later_state_is_told_as_such(string member, bool isLater)
    {
        var error = Envelopes.Check("run.json", Envelopes.Valid.Insert(1, $"\"{member}\":1,")).Errors.Single();

        Assert.That(error.Message.Contains("another state", StringComparison.Ordinal), Is.EqualTo(isLater), error.Message);
    }

    [Test]
    public void A_whole_number_beyond_a_double_is_valid_with_a_warning()
    {
        var report = Envelopes.Check("run.json", Envelopes.Valid.Insert(1, "\"seed\":1e400,"));

        Assert.That(report.Results.Select(result => (result.Key, result.Pointer)), Is.EqualTo(new[] { ("pass", ""), ("beyond-double", "/seed") }));
    }
}
