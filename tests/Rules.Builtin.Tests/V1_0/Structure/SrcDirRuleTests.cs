using MlPerf.Endpoints.Rules.Builtin.V1_0.Structure;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Structure;

public sealed class SrcDirRuleTests : PointRuleContract<SrcDirRule>
{
    [Test]
    public void Counts_hidden_folders_and_no_files()
    {
        var result = At("src", Clean().AddFolder("src/.cache").Write("src/notes.md", "")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("pass"));
            Assert.That(result.Message, Does.Contain("2 implementations: .cache, vllm"));
        }
    }

    [Test]
    public void A_file_is_no_folder() => Assert.That(KeysAt("src", Clean().Remove("src").Write("src", "")), Is.EqualTo("fail"));
}
