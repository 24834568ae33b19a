using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.DependencyInjection;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Core.Tests.Checking;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Core.Tests.DependencyInjection;

public sealed class ContainerTests
{
    [Test]
    public void Checks_with_the_rules_that_were_added_once()
    {
        var services = new ServiceCollection();
        services.AddSubmissionChecker().AddRule<RuleEngineTests.GreetingRule>();
        services.AddSubmissionChecker().AddRule<RuleEngineTests.GreetingRule>();
        using var provider = services.BuildServiceProvider();

        var report = provider.GetRequiredService<SubmissionCheckerFactory>().Create(SubmissionBuilder.V1_0().ToSource()).Run();

        Assert.That(report.Results, Has.Length.EqualTo(7));
    }

    [Test]
    public void Takes_rules_that_the_host_registers_itself()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IComplianceRule, RuleEngineTests.GreetingRule>();
        services.AddSubmissionChecker();
        using var provider = services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<SubmissionCheckerFactory>().Catalogue.Rules.Single().Descriptor.Id, Is.EqualTo("greeting"));
    }

    [Test]
    public void Binds_options_by_name()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Strict"] = "true", ["Spec"] = "v0.7", ["SourceLimits:FollowLinks"] = "true" }).Build();
        var services = new ServiceCollection();
        services.AddSubmissionChecker().Configure(configuration);
        using var provider = services.BuildServiceProvider();

        var options = provider.GetRequiredService<IOptions<CheckerOptions>>().Value;

        Assert.That((options.Strict, options.Spec, options.SourceLimits.FollowLinks, options.SourceLimits.MaxFolders), Is.EqualTo((true, "v0.7", true, SourceLimits.Default.MaxFolders)));
        Assert.That(SourceLimits.Default.FollowLinks, Is.False, "the defaults stay what they are");
    }

    [TestCase(typeof(SourceLimits))]
    [TestCase(typeof(ReadLimits))]
    public void Binds_every_bound_by_name(Type limits)
    {
        var bounds = limits.GetProperties().Where(bound => bound.PropertyType != limits).ToList();
        var values = bounds.ToDictionary(bound => $"{limits.Name}:{bound.Name}", bound => bound.PropertyType == typeof(bool) ? "true" : (string?)"7", StringComparer.Ordinal);
        var services = new ServiceCollection();
        services.AddSubmissionChecker().Configure(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        using var provider = services.BuildServiceProvider();

        var bound = typeof(CheckerOptions).GetProperty(limits.Name)!.GetValue(provider.GetRequiredService<IOptions<CheckerOptions>>().Value);

        Assert.That(bounds, Is.Not.Empty);
        Assert.That(bounds.Select(property => property.GetValue(bound)!.ToString()), Is.All.AnyOf("7", "True"));
    }

    [Test]
    public void Refuses_options_that_no_check_could_work_with()
    {
        var services = new ServiceCollection();
        services.AddSubmissionChecker(options => options.MaxDegreeOfParallelism = -1);
        using var provider = services.BuildServiceProvider();

        Assert.That(() => provider.GetRequiredService<IOptions<CheckerOptions>>().Value, Throws.TypeOf<OptionsValidationException>().With.Message.Contains("MaxDegreeOfParallelism is -1"));
    }
}
