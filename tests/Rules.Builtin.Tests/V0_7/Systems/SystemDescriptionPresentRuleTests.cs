using MlPerf.Endpoints.Rules.Builtin.V0_7.Systems;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Systems;

public sealed class SystemDescriptionPresentRuleTests : BuiltinRuleContract<SystemDescriptionPresentRule>
{
    // UnreadableFoldersTests reach io-error; a submission in memory has no such folders.
    protected override IReadOnlySet<string> ReachedElsewhere => new HashSet<string>(base.ReachedElsewhere, StringComparer.Ordinal) { "io-error" };

    [TestCase("systems/kestrel.JSON")]
    [TestCase("systems/deeper/kestrel.json")]
    [TestCase("systems/kestrel.json.bak")]
    public void Takes_no_other_name_for_a_description(string path)
    {
        var result = Check(ReleaseSample.Clean().Copy(ReleaseSample.Description, path).Remove(ReleaseSample.Description)).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Path, Is.EqualTo("systems"));
        }
    }

    [Test]
    public void Counts_hidden_descriptions()
        => Assert.That(Check(ReleaseSample.Clean().Copy(ReleaseSample.Description, "systems/.draft.json").Remove(ReleaseSample.Description)), Is.Empty);

    [Test]
    public void Says_that_a_missing_folder_comes_first()
        => Assert.That(Report(ReleaseSample.Clean().Remove("pareto")).NotApplicable.Single().Reason, Is.EqualTo("a required folder is missing"));
}
