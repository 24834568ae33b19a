using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Tests.Reading;

/// <summary>Texts of tests/YamlDifferences, which the reference's parser has answered: ours gives the same value or refuses as well, but for the classes of docs/deviations.md.</summary>
public sealed partial class YamlDifferencesTests
{
    private const string Refused = "refused";

    // Each class by what its texts hold, and by what we say where we refuse them; null where we read what the reference's parser refuses.
    private static readonly Dictionary<string, (Regex Text, Regex? Refusal)[]> Classes = new()
    {
        ["yaml-surrogate-escapes"] = [(SurrogateEscape(), SurrogateRefusal()), (SurrogateEscape(), null)],
        ["yaml-directives"] = [(LaterVersion(), VersionRefusal()), (VersionBehindTag(), DirectiveOrderRefusal()), (TagDirectiveWithComma(), TagDirectiveRefusal())],
        ["yaml-comment-right-behind"] = [(HashRightBehind(), CommentRefusal()), (HashBehindVersion(), null)],
        ["yaml-question-mark"] = [(QuestionMark(), QuestionMarkRefusal())],
        ["yaml-colon-in-brackets"] = [(ColonRightBefore(), ColonRefusal()), (ColonBehindBrackets(), LostColonRefusal())],
        ["yaml-dash-in-brackets"] = [(DashRightBefore(), DashRefusal())],
        ["yaml-blank-first-line"] = [(BlockText(), BlankLineRefusal())],
        ["yaml-block-text-at-margin"] = [(BlockTextAtMargin(), MarginRefusal())],
        ["yaml-continuation-at-margin"] = [(SeveralLines(), ContinuationRefusal()), (BracketsOverLines(), BracketsRefusal())],
        ["yaml-sign-behind-anchor"] = [(SignBehindName(), NameRefusal())],
    };

    private static readonly Lazy<List<(string Text, string? Answer)>> All = new(Load);

    [Test]
    public void Are_many_and_many_are_accepted()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(All.Value, Has.Count.GreaterThanOrEqualTo(20_000));
            Assert.That(All.Value.Count(static text => text.Answer is not null), Is.GreaterThan(8_000));
        }
    }

    [Test]
    public void Are_read_alike_but_for_known_classes()
    {
        var unexplained = All.Value.Select(static text => (text.Text, text.Answer, Ours: Answer(text.Text)))
            .Where(static text => text.Ours.Value != (text.Answer ?? Refused) && ClassOf(text.Text, text.Answer, text.Ours.Detail) is null)
            .Select(static text => $"{JsonSerializer.Serialize(text.Text)}: {text.Answer ?? Refused}, ours: {text.Ours.Value} {text.Ours.Detail}");

        Assert.That(unexplained, Is.Empty);
    }

    [Test]
    public void Never_differ_in_the_value_of_what_both_accept()
        => Assert.That(
            All.Value.Where(static text => text.Answer is not null && Answer(text.Text).Value is var ours && ours != Refused && ours != text.Answer).Select(static text => text.Text), Is.Empty);

    [Test]
    public void Differ_in_every_known_class_and_seldom()
    {
        var differing = All.Value.Select(static text => (text.Text, text.Answer, Ours: Answer(text.Text))).Where(static text => text.Ours.Value != (text.Answer ?? Refused)).ToList();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(differing.Select(static text => ClassOf(text.Text, text.Answer, text.Ours.Detail)).Distinct(), Is.EquivalentTo(Classes.Keys));
            Assert.That(differing, Has.Count.LessThan(All.Value.Count / 40));
        }
    }

    // The reference's parser reads each of these.
    [TestCase("\"\\ud83d\"")]
    [TestCase("%YAML 1.4\n---\na: 1\n")]
    [TestCase("a: \"b\"#c\n")]
    [TestCase("[?a]\n")]
    [TestCase("[ ? ]\n")]
    [TestCase("? \n: a\n")]
    [TestCase("{a:[b]}\n")]
    [TestCase("{a:}\n")]
    [TestCase("[-, a]\n")]
    [TestCase("a: |\n  \n  b\n")]
    [TestCase("a: >\n \nb: 1\n")]
    [TestCase("a:\n|\n b\n")]
    [TestCase("a: \"b\nc\"\n")]
    [TestCase("a: [\nb]\n")]
    [TestCase("&a:b c\n")]
    [TestCase("b: &a c\nd: {*a: 1}\n")]
    public void Refuses_the_examples_of_the_page(string text) => Assert.That(Documents.Yaml(text).Problem?.Kind, Is.EqualTo(DocumentProblemKind.Syntax));

    // And none of these.
    [TestCase("\"\\ud83d\\ude8\t0\"")]
    [TestCase("%YAML 1.1#c\n---\na: 1\n")]
    public void Reads_the_examples_of_the_page(string text) => Assert.That(Documents.Yaml(text).Problem, Is.Null);

    [Test]
    public void Have_a_row_for_every_class()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "deviations.md"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Classes, Has.Count.LessThanOrEqualTo(10));
            foreach (var name in Classes.Keys)
            {
                Assert.That(page, Does.Contain($"| {name} |"));
            }
        }
    }

    private static string? ClassOf(string text, string? answer, string? detail)
        => Classes.FirstOrDefault(known => known.Value.Any(form => form.Text.IsMatch(text) && (detail is null ? form.Refusal is null && answer is null : form.Refusal?.IsMatch(detail) is true))).Key;

    private static (string Value, string? Detail) Answer(string text)
    {
        var document = Documents.Yaml(text);
        return document.Root is { } root ? (Documents.Print(root), null) : (Refused, document.Problem!.Detail);
    }

    private static List<(string Text, string? Answer)> Load()
    {
        using var packed = typeof(YamlDifferencesTests).Assembly.GetManifestResourceStream("yaml-answers.json.gz")!;
        using var lines = new StreamReader(new GZipStream(packed, CompressionMode.Decompress));
        var texts = new List<(string, string?)>();
        while (lines.ReadLine() is { } line)
        {
            using var pair = JsonDocument.Parse(line);
            texts.Add((pair.RootElement[0].GetString()!, pair.RootElement[1].GetString() is { } answer ? Bits().Replace(answer, PrintDouble) : null));
        }

        return texts;
    }

    // The answers hold the bits of doubles, for Python prints other digits.
    private static string PrintDouble(Match match)
        => FormattableString.Invariant($"double {(match.Groups[1].Value is "nan" ? double.NaN : BitConverter.UInt64BitsToDouble(Convert.ToUInt64(match.Groups[1].Value, 16))):R}");

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MlPerf.Endpoints.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("double (nan|[0-9a-f]{16})", RegexOptions.CultureInvariant)]
    private static partial Regex Bits();

    [GeneratedRegex(@"\\[uU](0000)?[dD][89a-fA-F]", RegexOptions.CultureInvariant)]
    private static partial Regex SurrogateEscape();

    [GeneratedRegex("invalid Unicode surrogates|expected hexadecimal number|no YAML", RegexOptions.CultureInvariant)]
    private static partial Regex SurrogateRefusal();

    [GeneratedRegex(@"%YAML +1\.([4-9]|\d\d)", RegexOptions.CultureInvariant)]
    private static partial Regex LaterVersion();

    [GeneratedRegex("^found incompatible YAML document$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionRefusal();

    [GeneratedRegex(@"%TAG [^\n]*\n%YAML ", RegexOptions.CultureInvariant)]
    private static partial Regex VersionBehindTag();

    [GeneratedRegex("^while scanning a version directive, did not find preceding <document end>$", RegexOptions.CultureInvariant)]
    private static partial Regex DirectiveOrderRefusal();

    [GeneratedRegex(@"%TAG [^\n]*,\n", RegexOptions.CultureInvariant)]
    private static partial Regex TagDirectiveWithComma();

    [GeneratedRegex("^while scanning a %TAG directive", RegexOptions.CultureInvariant)]
    private static partial Regex TagDirectiveRefusal();

    [GeneratedRegex(@"[""\]},]#|[|>][-+0-9]*#", RegexOptions.CultureInvariant)]
    private static partial Regex HashRightBehind();

    [GeneratedRegex("invalid comment|a comment without|did not find expected", RegexOptions.CultureInvariant)]
    private static partial Regex CommentRefusal();

    [GeneratedRegex(@"%YAML 1\.\d#", RegexOptions.CultureInvariant)]
    private static partial Regex HashBehindVersion();

    [GeneratedRegex(@"\?", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionMark();

    [GeneratedRegex("such signs|a key is expected before|did not find expected ',' or|',' or ':' is expected", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionMarkRefusal();

    [GeneratedRegex(@":[\[\]{},""']|:\s", RegexOptions.CultureInvariant)]
    private static partial Regex ColonRightBefore();

    [GeneratedRegex("space is expected behind ':'|such signs|did not find expected ',' or|',' or ':' is expected", RegexOptions.CultureInvariant)]
    private static partial Regex ColonRefusal();

    [GeneratedRegex(@"[\[{].*[""'].*[\]}]\s.*\s:\S", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex ColonBehindBrackets();

    [GeneratedRegex("^':' cannot stand here$", RegexOptions.CultureInvariant)]
    private static partial Regex LostColonRefusal();

    [GeneratedRegex(@"-[,\]}]", RegexOptions.CultureInvariant)]
    private static partial Regex DashRightBefore();

    [GeneratedRegex("^invalid key indicator format$", RegexOptions.CultureInvariant)]
    private static partial Regex DashRefusal();

    [GeneratedRegex(@"[|>]", RegexOptions.CultureInvariant)]
    private static partial Regex BlockText();

    [GeneratedRegex("extra spaces in first line|more spaces in lines above", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLineRefusal();

    [GeneratedRegex(@"(^|[\n\r\u0085\u2028\u2029])\uFEFF?( *|---.*|! |&\S+ |!\S+ )*[|>]", RegexOptions.CultureInvariant)]
    private static partial Regex BlockTextAtMargin();

    [GeneratedRegex("could not find expected ':'|lines of a block text|expected '-' indicator", RegexOptions.CultureInvariant)]
    private static partial Regex MarginRefusal();

    [GeneratedRegex(@"""[^""]*[\n\r\u0085\u2028\u2029]", RegexOptions.CultureInvariant)]
    private static partial Regex SeveralLines();

    [GeneratedRegex("found wrong indentation$", RegexOptions.CultureInvariant)]
    private static partial Regex ContinuationRefusal();

    [GeneratedRegex(@"[\[{].*[\n\r\u0085\u2028\u2029]", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex BracketsOverLines();

    [GeneratedRegex("^what stands here is no YAML$", RegexOptions.CultureInvariant)]
    private static partial Regex BracketsRefusal();

    [GeneratedRegex(@"[&*][\w-]+[^\s\w-]", RegexOptions.CultureInvariant)]
    private static partial Regex SignBehindName();

    [GeneratedRegex("name of an anchor|has no anchor|did not find expected key", RegexOptions.CultureInvariant)]
    private static partial Regex NameRefusal();
}
