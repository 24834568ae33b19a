using System.Globalization;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Tests.Reading;

/// <summary>The page of limits names every bound with its true default.</summary>
public sealed class LimitsPageTests
{
    [TestCase(typeof(ReadLimits))]
    [TestCase(typeof(SourceLimits))]
    public void Names_every_bound_with_its_default(Type limits)
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "limits.md"));
        var defaults = limits.GetProperty("Default")!.GetValue(null);

        using (Assert.EnterMultipleScope())
        {
            foreach (var property in limits.GetProperties().Where(property => property.CanWrite))
            {
                var value = Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture);
                var printed = value is "True" or "False" ? value.ToLowerInvariant() : value;
                Assert.That(page, Does.Match($@"`{limits.Name}\.{property.Name}`[^|]*: default `{printed}`"));
            }
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MlPerf.Endpoints.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
