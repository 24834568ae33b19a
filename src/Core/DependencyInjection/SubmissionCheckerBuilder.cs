using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Core.DependencyInjection;

/// <summary>Adds rules and settings to the checker of a container. Without any rule added, the packs that the application references are taken.</summary>
public sealed class SubmissionCheckerBuilder
{
    private readonly RuleSelection _selection;

    internal SubmissionCheckerBuilder(IServiceCollection services, RuleSelection selection)
    {
        Services = services;
        _selection = selection;
    }

    /// <summary>The container's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds every rule and format of an assembly; adding it twice adds it once.</summary>
    [RequiresUnreferencedCode("Finds rules by reflection; trimmed applications use AddRule<T>().")]
    public SubmissionCheckerBuilder AddRulesFrom(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return Add(assembly, builder => builder.AddRulesFrom(assembly));
    }

    /// <summary>Adds every rule and format that an index lists; safe under trimming. Adding a pack twice adds it once.</summary>
    /// <param name="index">The index that the source generator wrote, as packs hand it out.</param>
    public SubmissionCheckerBuilder AddRulesFrom(RulePackIndexAttribute index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return Add(index.GetType().Assembly, builder => builder.AddRulesFrom(index));
    }

    /// <summary>Adds one rule, made with the container's services; safe under trimming.</summary>
    /// <typeparam name="TRule">The rule.</typeparam>
    public SubmissionCheckerBuilder AddRule<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TRule>()
        where TRule : class, IComplianceRule
        => Add(typeof(TRule), builder => builder.AddRule<TRule>());

    /// <summary>Adds one format; safe under trimming.</summary>
    /// <typeparam name="TFormat">The format.</typeparam>
    public SubmissionCheckerBuilder AddFormat<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFormat>()
        where TFormat : class, ISubmissionFormat
        => Add(typeof(TFormat), builder => builder.AddFormat<TFormat>());

    /// <summary>Serves a value to every rule whose constructor asks for its type.</summary>
    /// <typeparam name="T">The type that constructors name.</typeparam>
    public SubmissionCheckerBuilder AddData<T>(T data)
        where T : class
    {
        _selection.Data.Add(builder => builder.AddData(data));
        return this;
    }

    /// <summary>Changes the options.</summary>
    public SubmissionCheckerBuilder Configure(Action<CheckerOptions> configure)
    {
        Services.Configure(configure);
        return this;
    }

    /// <summary>Binds the options to a configuration section, by name; a bound as <c>ReadLimits:MaxFileBytes</c>.</summary>
    public SubmissionCheckerBuilder Configure(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        Services.Configure<CheckerOptions>(configuration);
        Services.Configure<CheckerOptions>(options =>
        {
            options.SourceLimits = LimitsBinding.Bind(options.SourceLimits, configuration.GetSection(nameof(CheckerOptions.SourceLimits)));
            options.ReadLimits = LimitsBinding.Bind(options.ReadLimits, configuration.GetSection(nameof(CheckerOptions.ReadLimits)));
        });
        return this;
    }

    private SubmissionCheckerBuilder Add(object identity, Action<RuleCatalogueBuilder> add)
    {
        _selection.Rules.TryAdd(identity, add);
        return this;
    }
}
