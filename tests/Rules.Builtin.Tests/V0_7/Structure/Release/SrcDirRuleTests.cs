using MlPerf.Endpoints.Rules.Builtin.V0_7.Structure.Release;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Structure.Release;

public sealed class SrcDirRuleTests : BuiltinRuleContract<SrcDirRule>
{
    [Test]
    public void Asks_for_the_folder_called_like_the_model()
    {
        var result = Check(ReleaseSample.Clean().Remove("src").Write("src/other/serve.sh", "#!/bin/sh")).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Key, Is.EqualTo("fail"));
            Assert.That(result.Path, Is.EqualTo($"src/{ReleaseSample.ModelName}"));
            Assert.That(result.Fix, Does.Contain($"src/{ReleaseSample.ModelName}/"));
        }
    }

    [Test]
    public void Reads_the_division_without_regard_to_case_and_blanks()
        => Assert.That(Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "division", " STANDARDIZED ").Remove("src")).Single().Key, Is.EqualTo("fail"));

    [Test]
    public void Asks_no_serviced_system()
        => Assert.That(Check(ReleaseSample.Clean().Set(ReleaseSample.Description, "division", "serviced").Remove("src")), Is.Empty);
}
