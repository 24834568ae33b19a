using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Tests.Reading;

public sealed class FieldReaderTests
{
    [Test]
    public void Notes_faults_in_the_order_of_asking_whatever_the_order_of_the_file()
    {
        var problems = new List<FieldProblem>();
        var fields = Open("""{"c": "x", "b": {"y": null, "x": 1}, "a": []}""", problems);

        fields.Integer("a", Presence.Required);
        var inner = fields.Object("b", Presence.Required)!;
        inner.Text("x", Presence.Required);
        inner.Text("y", Presence.Required);
        fields.Number("c", Presence.Required);

        Assert.That(problems.Select(problem => problem.Field), Is.EqualTo((string[])["a", "b.x", "b.y", "c"]));
    }

    [Test]
    public void Knows_of_faults_below_it_but_not_beside_it()
    {
        var problems = new List<FieldProblem>();
        var fields = Open("""{"list": [{"x": 1}, {"x": "a"}], "b": {"y": 2}}""", problems);
        var elements = fields.Objects("list", Presence.Required)!;
        var beside = fields.Object("b", Presence.Required)!;

        elements[1].Integer("x", Presence.Required);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(elements[0].HasProblems, Is.False);
            Assert.That(elements[1].HasProblems, Is.True);
            Assert.That(beside.HasProblems, Is.False);
            Assert.That(fields.HasProblems, Is.True);
        }
    }

    [Test]
    public void A_union_that_is_refused_counts_as_a_fault_of_its_object()
    {
        var problems = new List<FieldProblem>();
        var fields = Open("""{"x": 1}""", problems);

        fields.Union<string>("x", Presence.Required, "text", static attempt => attempt.Text("x", Presence.Required));

        Assert.That(fields.HasProblems, Is.True);
    }

    [Test]
    public void Names_fields_by_dotted_path_and_pointer()
    {
        var problems = new List<FieldProblem>();
        var inner = Open("""{"a": {"list": [{"x": 1}]}}""", problems).Object("a", Presence.Required)!.Objects("list", Presence.Required)![0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(inner.Field, Is.EqualTo("a.list.0"));
            Assert.That(inner.Pointer, Is.EqualTo("/a/list/0"));
        }
    }

    [Test]
    public void Says_what_was_expected_and_what_was_found()
    {
        var problems = new List<FieldProblem>();
        var fields = FieldReader.Open(Documents.Yaml("a: 0400\nb: x\nd: null\ne: 3\nf: 12\ng: 2.50\n"), problems)!;

        fields.Integer("a", Presence.Required, atMost: 200);
        fields.Integer("b", Presence.Nullable);
        fields.Integer("c", Presence.Required);
        fields.Text("d", Presence.Optional);
        fields.OneOf("e", Presence.Required, ["x", "y"]);
        fields.Text("f", Presence.Nullable);
        fields.Number("g", Presence.Required, atLeast: 0, greaterThan: 0, atMost: 1.5);

        Assert.That(problems.Select(problem => $"{problem.Field}: {problem.Expected}, found {problem.Found ?? "nothing"}"), Is.EqualTo((string[])
        [
            "a: an integer of at most 200, found 256 (written 0400)",
            "b: an integer or null, found \"x\"",
            "c: an integer, found nothing",
            "d: text, found null",
            "e: one of x, y, found 3",
            "f: text; put the value in quotes or null, found 12",
            "g: a number of at least 0 and greater than 0 and at most 1.5, found 2.50",
        ]));
    }

    [Test]
    public void Shortens_what_was_found()
    {
        var problems = new List<FieldProblem>();

        Open($$"""{"x": "{{new string('a', 5000)}}"}""", problems).Integer("x", Presence.Required);

        Assert.That(problems.Single().Found, Has.Length.LessThanOrEqualTo(64));
    }

    [Test]
    public void Lists_ten_thousand_faults_of_one_file()
    {
        var problems = new List<FieldProblem>();

        Open($$"""{"x": [{{string.Join(',', Enumerable.Repeat("1", 30_000))}}]}""", problems).Texts("x", Presence.Required);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems, Has.Count.EqualTo(10_001));
            Assert.That(problems[^2].Expected, Does.StartWith("text"));
            Assert.That(problems[^1].Expected, Does.Contain("at most 10000 faults"));
            Assert.That(problems[^1].Field, Is.EqualTo("x.10000"));
        }
    }

    [Test]
    public void Refuses_unknown_members_in_the_order_of_the_file()
    {
        var problems = new List<FieldProblem>();
        var text = $"{{{string.Join(',', Enumerable.Range(0, 200).Select(i => $"\"k{i}\": {i}"))}}}";
        var fields = Open(text, problems);
        foreach (var i in (int[])[150, 3, 64, 63, 199])
        {
            fields.Integer($"k{i}", Presence.Required);
        }

        fields.RefuseUnknown();

        Assert.That(problems.Select(problem => problem.Field), Is.EqualTo(Enumerable.Range(0, 200).Except([3, 63, 64, 150, 199]).Select(i => $"k{i}")));
    }

    [Test]
    public void Notes_faults_of_the_files_own_rules_at_a_member_or_at_the_object()
    {
        var problems = new List<FieldProblem>();
        var fields = Open("""{"a": {"b": 7}}""", problems).Object("a", Presence.Required)!;

        fields.Refuse("too-odd", "b", "an even number");
        fields.Refuse("too-few", null, "two members");
        fields.Refuse("absent", "c", "a third", "none");

        Assert.That(problems, Is.EqualTo((FieldProblem[])
        [
            new("too-odd", "a.b", "/a/b", new SourceLocation(1, 13), "an even number", "7"),
            new("too-few", "a", "/a", new SourceLocation(1, 7), "two members", null),
            new("absent", "a.c", "/a", new SourceLocation(1, 7), "a third", "none"),
        ]));
    }

    [Test]
    public void Reads_a_mapping_of_objects_with_every_fault_in_its_place()
    {
        var problems = new List<FieldProblem>();
        var fields = Open("""{"m": {"a": {"x": 1}, "b": 2, "c": {"x": "y"}}}""", problems);

        var map = fields.ObjectMap("m", Presence.Required, static inner => inner.Integer("x", Presence.Required));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(map?.Select(pair => pair.Key), Is.EqualTo((string[])["a", "c"]));
            Assert.That(problems.Select(problem => $"{problem.Key} {problem.Pointer}"), Is.EqualTo((string[])["model_type /m/b", "int_parsing /m/c/x"]));
        }
    }

    [Test]
    public void Cannot_be_opened_on_a_document_that_could_not_be_read()
        => Assert.That(() => FieldReader.Open(Documents.Json("{"), []), Throws.ArgumentException);

    private static FieldReader Open(string json, List<FieldProblem> problems) => FieldReader.Open(Documents.Json(json), problems)!;
}
