using MlPerf.Endpoints.Rules.Builtin.V0_7.Results;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V0_7.Results;

public sealed class ResultDetailPresentRuleTests : BuiltinRuleContract<ResultDetailPresentRule>
{
    [Test]
    public void Names_the_missing_file()
        => Assert.That(Check(ReadmeSample.Clean().Remove(ReadmeSample.Detail(4))).Single().Path, Is.EqualTo(ReadmeSample.Detail(4)));

    [Test]
    public void Is_not_asked_where_the_summary_is_missing_too()
        => Assert.That(Check(ReadmeSample.Clean().Remove(ReadmeSample.Detail(4)).Remove(ReadmeSample.Summary(4))), Is.Empty);

    [Test]
    public void Is_asked_where_the_summary_is_broken()
        => Assert.That(Check(ReadmeSample.Clean().Remove(ReadmeSample.Detail(4)).Write(ReadmeSample.Summary(4), "{")), Has.Count.EqualTo(1));

    [Test]
    public void Never_opens_the_file()
        => Assert.That(Check(ReadmeSample.Clean().Remove(ReadmeSample.Detail(4)).AddFolder(ReadmeSample.Detail(4)).Write(ReadmeSample.Detail(16), "")), Is.Empty);
}
