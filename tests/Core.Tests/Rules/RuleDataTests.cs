using System.Globalization;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.Tests.Rules;

/// <summary>What a rule's constructor is given where it asks for data: what the host registered, else the data folder's file, else the type's own default.</summary>
[NonParallelizable]
public sealed class RuleDataTests
{
    private string _folder = null!;

    [SetUp]
    public void Begin()
    {
        _folder = Directory.CreateTempSubdirectory("mlperf-data-").FullName;
        Limit.DefaultsMade = 0;
    }

    [TearDown]
    public void End() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Rules_that_ask_for_the_same_data_share_the_default()
    {
        var catalogue = new RuleCatalogueBuilder().AddRulesFrom(new Index()).Build();

        Assert.That(Values(catalogue), Is.EqualTo(new[] { 1, 1 }));
        Assert.That(Limit.DefaultsMade, Is.EqualTo(1));
    }

    [Test]
    public void Registered_data_go_before_the_default()
    {
        var indexed = new RuleCatalogueBuilder().AddData(new Limit(7)).AddRulesFrom(new Index()).Build();
        var reflected = new RuleCatalogueBuilder().AddData(new Limit(7)).AddRule<FirstRule>().AddRule<OtherRule>().Build();

        Assert.That(Values(indexed), Is.EqualTo(new[] { 7, 7 }));
        Assert.That(Values(reflected), Is.EqualTo(new[] { 7, 7 }));
        Assert.That(Limit.DefaultsMade, Is.Zero);
    }

    [Test]
    public void Services_of_the_host_reach_rules()
        => Assert.That(Values(new RuleCatalogueBuilder().AddRulesFrom(new Index()).Build(new Host(new Limit(5)))), Is.EqualTo(new[] { 5, 5 }));

    [Test]
    public void File_of_the_data_folder_goes_before_the_default()
    {
        File.WriteAllText(Path.Combine(_folder, "limit.json"), "3");

        Assert.That(Values(new RuleCatalogueBuilder().UseDataFolder(_folder).AddRulesFrom(new Index()).AddRule<ReflectedRule>().Build()), Is.EqualTo(new[] { 3, 3, 3 }));
        Assert.That(Limit.DefaultsMade, Is.Zero);
    }

    [Test]
    public void File_that_cannot_be_used_is_refused_before_any_check()
    {
        File.WriteAllText(Path.Combine(_folder, "limit.json"), "three");

        var builder = new RuleCatalogueBuilder().UseDataFolder(_folder).AddRulesFrom(new Index());
        Assert.That(() => builder.Build(), Throws.TypeOf<RulePackLoadException>().With.Message.Contains("limit.json").And.Message.Contains("three"));
    }

    [Test]
    public void Rule_made_by_reflection_gets_the_default_too()
        => Assert.That(Values(new RuleCatalogueBuilder().AddRule<FirstRule>().AddRule<OtherRule>().Build()), Is.EqualTo(new[] { 1, 1 }));

    [Test]
    public void What_nobody_serves_is_named()
        => Assert.That(() => new RuleCatalogueBuilder().AddRule<HomelessRule>().Build(), Throws.TypeOf<RulePackLoadException>().With.Message.Contains("System.Uri").And.Message.Contains("HomelessRule"));

    private static IEnumerable<int> Values(RuleCatalogue catalogue) => catalogue.Rules.Select(rule => ((LimitRule)rule.Rule).Value);

    [RuleData("limit.json")]
    internal sealed record Limit(int Value)
    {
        private static Limit? _default;

        public static int DefaultsMade { get; set; }

        public static Limit Default
        {
            get
            {
                DefaultsMade++;
                return _default ??= new Limit(1);
            }
        }

        public static Limit Parse(ReadOnlyMemory<byte> utf8Json)
            => int.TryParse(utf8Json.Span, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value)
                ? new Limit(value)
                : throw new FormatException($"{System.Text.Encoding.UTF8.GetString(utf8Json.Span)} is no number.");
    }

    internal abstract class LimitRule(string id) : ComplianceRule<Submission>
    {
        private static readonly Outcome Fine = Outcome.Pass("pass", "house", "fine");

        public abstract int Value { get; }

        public override RuleDescriptor Descriptor { get; } = new(id, "Limit", [SpecRevision.V1_0], [Fine]);

        public override IEnumerable<RuleResult> Check(Submission target) => [Fine.At(target.Path)];
    }

    internal sealed class FirstRule(Limit limit) : LimitRule("first")
    {
        public override int Value => limit.Value;
    }

    internal sealed class OtherRule(Limit limit) : LimitRule("other")
    {
        public override int Value => limit.Value;
    }

    internal sealed class ReflectedRule(Limit limit) : LimitRule("reflected")
    {
        public override int Value => limit.Value;
    }

    internal sealed class HomelessRule(Uri home) : LimitRule("homeless")
    {
        public override int Value => home.Port;
    }

    /// <summary>What the source generator writes for a pack with two rules.</summary>
    private sealed class Index() : RulePackIndexAttribute("Test.Rules")
    {
        public override void AddTo(RulePackContents pack)
        {
            pack.Begin(typeof(FirstRule));
            pack.Add(new FirstRule(pack.Serve<Limit>(static () => Limit.Default, "limit.json", static bytes => Limit.Parse(bytes))));
            pack.Begin(typeof(OtherRule));
            pack.Add(new OtherRule(pack.Serve<Limit>(static () => Limit.Default, "limit.json", static bytes => Limit.Parse(bytes))));
        }
    }

    private sealed class Host(Limit limit) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Limit) ? limit : null;
    }
}
