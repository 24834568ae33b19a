using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Testing.Building;
using MlPerf.Endpoints.Testing.Pages;
using NUnit.Framework;

namespace MlPerf.Endpoints.Testing;

/// <summary>What every rule keeps to. A rule's test class derives from this and adds what the rule itself promises.</summary>
/// <typeparam name="TRule">The rule.</typeparam>
/// <example><code>
/// public sealed class PointCountRuleTests : RuleContract&lt;PointCountRule&gt;
/// {
///     [TestCase(7, ExpectedResult = "pass")]
///     [TestCase(6, ExpectedResult = "fail")]
///     public string Judges_at_the_limit(int points) => Check(SubmissionBuilder.V1_0().WithPoints(points)).Single().Key;
/// }
/// </code></example>
public abstract class RuleContract<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule>
    where TRule : class, IComplianceRule
{
    private RuleCatalogue? _catalogue;

    /// <summary>The rule with its pack.</summary>
    protected CataloguedRule Catalogued => Catalogue.Rules.Single(rule => rule.Rule is TRule);

    private RuleCatalogue Catalogue
    {
        get
        {
            if (_catalogue is null)
            {
                var builder = new RuleCatalogueBuilder();
                Configure(builder);
                _catalogue = builder.AddRule<TRule>().Build();
            }

            return _catalogue;
        }
    }

    /// <summary>What the rule says of itself.</summary>
    protected RuleDescriptor Descriptor => Catalogued.Descriptor;

    /// <summary>Adds data or options that the rule's constructor asks for.</summary>
    protected virtual void Configure(RuleCatalogueBuilder builder)
    {
    }

    /// <summary>Submissions that between them reach every outcome that no example of the page reaches.</summary>
    protected virtual IEnumerable<SubmissionBuilder> FurtherCases => [];

    /// <summary>Keys that other tests are known to reach: those of a corpus.</summary>
    protected virtual IReadOnlySet<string> ReachedElsewhere => FrozenSet<string>.Empty;

    /// <summary>What the rule alone says of a submission.</summary>
    protected IReadOnlyList<CheckResult> Check(SubmissionBuilder submission, Action<CheckerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return submission.Check(Catalogue, options =>
        {
            options.OptIn.Add(Descriptor.Id);
            configure?.Invoke(options);
        }).Results;
    }

    /// <summary>The whole report when the rule alone judges, for what does not apply.</summary>
    protected Report Report(SubmissionBuilder submission)
    {
        ArgumentNullException.ThrowIfNull(submission);
        return submission.Check(Catalogue, options => options.OptIn.Add(Descriptor.Id));
    }

    /// <summary>The id is kebab-case and the class is called like it.</summary>
    [Test]
    public void Id_and_class_name_agree()
    {
        Assert.That(Descriptor.Id, Does.Match("^[a-z][a-z0-9]*(-[a-z0-9]+)*$"));
        Assert.That(typeof(TRule).Name, Is.EqualTo(string.Concat(Descriptor.Id.Split('-').Select(Capitalise)) + "Rule").IgnoreCase);
    }

    /// <summary>Keys are unique, and every finding has a fix.</summary>
    [Test]
    public void Outcomes_are_whole()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Descriptor.Outcomes.Select(outcome => outcome.Key), Is.Unique);
            Assert.That(Descriptor.Outcomes.Where(outcome => outcome.Severity is not Severity.Info && string.IsNullOrWhiteSpace(outcome.Fix?.ToString())).Select(outcome => outcome.Key), Is.Empty);
            Assert.That(Descriptor.Specs, Is.Not.Empty);
        }
    }

    /// <summary>The pack carries a page that names the rule and the keys of its findings.</summary>
    [Test]
    public void Page_exists_and_matches_the_descriptor()
    {
        var page = Catalogued.Pack.PageOf(Descriptor.Id);
        Assert.That(page, Is.Not.Null, $"docs/rules/{Descriptor.Id}.md is not embedded in {Catalogued.Pack.Name}");
        foreach (var heading in (string[])["What it demands", "Why it matters", "Findings", "How to fix", "Example", "Settings", "Related rules", "History"])
        {
            Assert.That(page, Does.Contain($"## {heading}\n"));
        }

        foreach (var outcome in Descriptor.Outcomes)
        {
            Assert.That(page, Does.Contain($"`{outcome.Key}`"));
        }
    }

    /// <summary>A submission without anything, and one whose files hold nothing, neither make it throw nor give an undeclared key.</summary>
    [Test]
    public void Nothing_and_half_of_it_are_judged_too()
    {
        foreach (var revision in Descriptor.Specs)
        {
            foreach (var submission in (SubmissionBuilder[])[SubmissionBuilder.Empty(revision), Hollow(revision)])
            {
                foreach (var result in Check(submission))
                {
                    Assert.That(Descriptor.Outcomes, Does.Contain(result.Outcome), result.ToString());
                }
            }
        }
    }

    /// <summary>Two calls agree.</summary>
    [Test]
    public void Same_files_give_the_same_results()
    {
        foreach (var revision in Descriptor.Specs.Where(HasSample))
        {
            var submission = Clean(revision);
            Assert.That(Check(submission).Select(result => result.ToString()), Is.EqualTo(Check(submission).Select(result => result.ToString())));
        }
    }

    /// <summary>The page's examples give what they say.</summary>
    [Test]
    public void Examples_of_the_page_give_what_they_say()
    {
        foreach (var example in Examples())
        {
            var keys = example.Run(Catalogue).Select(result => result.Key).ToList();
            if (example.Key is not null)
            {
                Assert.That(keys, Does.Contain(example.Key), example.ToString());
            }
            else
            {
                Assert.That(keys.Intersect(Findings()), Is.Empty, example.ToString());
            }
        }
    }

    /// <summary>Every declared outcome is reached by an example of the page, by <see cref="FurtherCases"/> or elsewhere.</summary>
    [Test]
    public void Every_outcome_is_reached()
    {
        var reached = FurtherCases.SelectMany(submission => Check(submission)).Concat(Examples().SelectMany(example => example.Run(Catalogue))).Select(result => result.Key).ToHashSet(StringComparer.Ordinal);
        Assert.That(Descriptor.Outcomes.Select(outcome => outcome.Key).Where(key => !reached.Contains(key) && !ReachedElsewhere.Contains(key)), Is.Empty);
    }

    private IEnumerable<string> Findings() => Descriptor.Outcomes.Where(outcome => outcome.Severity is not Severity.Info).Select(outcome => outcome.Key);

    // A page serves every revision of its id; another class answers for the others.
    private IEnumerable<PageExample> Examples()
        => PageExamples.Of(Descriptor.Id, Catalogued.Pack.PageOf(Descriptor.Id) ?? "").Where(example => Descriptor.AppliesTo(example.Build().Revision));

    private static string Capitalise(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static bool HasSample(SpecRevision revision) => revision.Name is "v1.0" or "v0.7";

    private static SubmissionBuilder Clean(SpecRevision revision)
        => revision.Name is "v1.0" ? SubmissionBuilder.V1_0() : revision.Dialect is "readme" ? SubmissionBuilder.V0_7Readme() : SubmissionBuilder.V0_7Release();

    private static SubmissionBuilder Hollow(SpecRevision revision)
    {
        if (!HasSample(revision))
        {
            return SubmissionBuilder.Empty(revision);
        }

        var submission = Clean(revision);
        foreach (var file in submission.Paths.ToList())
        {
            submission.Write(file, "{}");
        }

        return submission;
    }
}
