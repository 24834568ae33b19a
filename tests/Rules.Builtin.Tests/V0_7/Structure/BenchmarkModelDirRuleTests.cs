using MlPerf.Endpoints.Rules.Builtin.V0_7.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Structure;

public sealed class BenchmarkModelDirRuleTests : BuiltinRuleContract<BenchmarkModelDirRule>
{
    // UnreadableFoldersTests reach io-error; a submission in memory has no such folders.
    protected override IReadOnlySet<string> ReachedElsewhere => new HashSet<string>(base.ReachedElsewhere, StringComparer.Ordinal) { "io-error" };

    [Test]
    public void Refuses_a_system_whose_folder_holds_only_files()
    {
        var result = Check(ReleaseSample.Clean().Remove(ReleaseSample.Model).Write($"{ReleaseSample.System}/notes.txt", "to do")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Path, Is.EqualTo(ReleaseSample.System));
        }
    }

    [Test]
    public void Counts_hidden_folders()
        => Assert.That(Check(ReleaseSample.Clean().Remove(ReleaseSample.Model).AddFolder($"{ReleaseSample.System}/.cache")), Is.Empty);
}
