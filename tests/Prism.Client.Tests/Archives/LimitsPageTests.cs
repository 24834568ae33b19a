using System.Globalization;
using System.Reflection;
using MlPerf.Endpoints.Prism.Client.Archives;

namespace MlPerf.Endpoints.Prism.Client.Tests.Archives;

/// <summary>The page of limits names every bound on archives with its true default, and tests that exist.</summary>
public sealed class LimitsPageTests
{
    [Test]
    public void Names_every_bound_with_its_default()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var property in typeof(ArchiveLimits).GetProperties().Where(property => property.CanWrite))
            {
                var value = Convert.ToString(property.GetValue(ArchiveLimits.Default), CultureInfo.InvariantCulture);
                Assert.That(Page(), Does.Match($@"`ArchiveLimits\.{property.Name}`[^|]*: default `{value}`"));
            }
        }
    }

    [Test]
    public void Names_tests_that_exist()
    {
        var section = Page().Split("\n## ").Single(part => part.StartsWith("Archives of runs", StringComparison.Ordinal));
        var named = section.Split('`').Where((_, at) => at % 2 == 1).Where(name => name.Contains('_', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).ToArray();

        Assert.That(named, Has.Length.GreaterThan(9));
        Assert.That(named, Is.SubsetOf(typeof(ArchiveTests).GetMethods(BindingFlags.Instance | BindingFlags.Public).Select(method => method.Name)));
    }

    private static string Page()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "MlPerf.Endpoints.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }

        return File.ReadAllText(Path.Combine(folder, "docs", "limits.md"));
    }
}
