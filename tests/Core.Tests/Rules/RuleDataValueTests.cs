using System.Text;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Tests.Rules;

public sealed class RuleDataValueTests
{
    [Test]
    public void Gives_values_by_their_names()
    {
        var data = Parse("""{"text": "a", "whole": 5, "share": 0.25, "list": ["x", "y"], "object": {"b": 1, "a": 2}}""");

        Assert.Multiple(() =>
        {
            Assert.That(data["text"].Text, Is.EqualTo("a"));
            Assert.That(data["whole"].Int32, Is.EqualTo(5));
            Assert.That(data["whole"].Int64, Is.EqualTo(5L));
            Assert.That(data["whole"].Double, Is.EqualTo(5.0));
            Assert.That(data["share"].Double, Is.EqualTo(0.25));
            Assert.That(data["list"].Texts, Is.EqualTo(new[] { "x", "y" }));
            Assert.That(data["object"].Members.Select(member => member.Name), Is.EqualTo(new[] { "b", "a" }));
            Assert.That(data["object"].Int64ByName, Is.EqualTo(new Dictionary<string, long> { ["a"] = 2, ["b"] = 1 }));
            Assert.That(data.Find("nothing"), Is.Null);
        });
    }

    [TestCase("""{"limit": 5""", "line 1, column 12:")]
    [TestCase("", "it is empty; a JSON value is expected.")]
    [TestCase("{}", "line 1, column 1: the value has no member 'limit'.")]
    [TestCase("[]", "line 1, column 1: the value is a list of 0; expected an object.")]
    [TestCase("{\n  \"limit\": \"5\"\n}", "line 2, column 12: 'limit' is \"5\"; expected an integer from -2147483648 to 2147483647.")]
    [TestCase("""{"limit": 5.5}""", "line 1, column 11: 'limit' is 5.5; expected an integer from -2147483648 to 2147483647.")]
    [TestCase("""{"limit": 3000000000}""", "line 1, column 11: 'limit' is 3000000000; expected an integer from -2147483648 to 2147483647.")]
    public void Says_where_something_else_stands(string json, string message)
        => Assert.That(() => Parse(json)["limit"].Int32, Throws.TypeOf<FormatException>().With.Message.Contain(message));

    [Test]
    public void Every_kind_of_value_says_what_was_expected()
    {
        var data = Parse("""{"nothing": null}""")["nothing"];

        Assert.Multiple(() =>
        {
            Assert.That(() => data.Text, Throws.TypeOf<FormatException>().With.Message.Contain("'nothing' is null; expected a text"));
            Assert.That(() => data.Double, Throws.TypeOf<FormatException>().With.Message.Contain("expected a number"));
            Assert.That(() => data.Items, Throws.TypeOf<FormatException>().With.Message.Contain("expected a list"));
            Assert.That(() => data.Members, Throws.TypeOf<FormatException>().With.Message.Contain("expected an object"));
        });
    }

    private static RuleDataValue Parse(string json) => RuleDataValue.Parse(Encoding.UTF8.GetBytes(json));
}
