using MlPerf.Endpoints.Prism.Client.Assembly;

namespace MlPerf.Endpoints.Prism.Client.Tests.Assembly;

public sealed class SlugTests
{
    [TestCase("ACME, Inc.", ExpectedResult = "ACME_Inc")]
    [TestCase("  Two  Words  ", ExpectedResult = "Two_Words")]
    [TestCase("Ünï Größe", ExpectedResult = "Ünï_Größe")]
    [TestCase("a/b\\c", ExpectedResult = "a_b_c")]
    [TestCase("日本 電気", ExpectedResult = "日本_電気")]
    [TestCase("٣ 3", ExpectedResult = "٣_3")]
    [TestCase("a\u00A0b", ExpectedResult = "a_b")]
    [TestCase("a😀b", ExpectedResult = "a_b")]
    [TestCase("A--B", ExpectedResult = "A--B")]
    [TestCase("a.b..c", ExpectedResult = "a_b_c")]
    [TestCase("___", ExpectedResult = "unknown")]
    [TestCase("", ExpectedResult = "unknown")]
    [TestCase("e\u0301x", ExpectedResult = "e_x")]
    public string Makes_a_folder_name(string name) => Slug.Of(name);

    [Test]
    public void Keeps_at_most_64_code_points()
    {
        Assert.That(Slug.Of(new string('x', 70)), Is.EqualTo(new string('x', 64)));
        Assert.That(Slug.Of(new string('y', 63) + " tail"), Is.EqualTo(new string('y', 63) + "_"));
    }

    [TestCase("H100/8", ExpectedResult = "H100_8")]
    [TestCase("../evil", ExpectedResult = ".._evil")]
    [TestCase("..", ExpectedResult = "unknown")]
    [TestCase(" NX8 [2] ", ExpectedResult = "NX8_[2]")]
    public string Makes_a_system_folder_that_stays_below(string name) => Slug.System(name);
}
