using System.Reflection;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>The public surface of each package is reviewed: a change shows in <c>api/</c>.</summary>
public sealed class PublicApiTests
{
    public static IEnumerable<string> Packages() =>
    [
        "MlPerf.Endpoints.Audits",
        "MlPerf.Endpoints.Audits.Parquet",
        "MlPerf.Endpoints.Core",
        "MlPerf.Endpoints.Prism.Client",
        "MlPerf.Endpoints.Rules.Builtin",
        "MlPerf.Endpoints.Rules.Mlx",
        "MlPerf.Endpoints.Testing",
    ];

    [TestCaseSource(nameof(Packages))]
    public void Surface_is_the_reviewed_one(string package)
    {
        var file = Path.Combine(Repository.Root, "api", package + ".txt");
        var built = PublicApi.Of(Assembly.Load(package));
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") is "1")
        {
            File.WriteAllText(file, built);
        }

        Assert.That(built, Is.EqualTo(File.Exists(file) ? File.ReadAllText(file) : ""), $"{file} differs from the built assembly; run with UPDATE_SNAPSHOTS=1 and review the change.");
    }
}
