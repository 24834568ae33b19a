using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>Serves what rules take by constructor, so that no container is needed: what the host registered, then a file of the data folder, then a type's own <c>Default</c>.</summary>
internal sealed class RuleServices(IReadOnlyDictionary<Type, object> registered, IServiceProvider? host, string? dataFolder) : IServiceProvider
{
    // Several rules share one type of data, which is read once.
    private readonly Dictionary<Type, object?> _data = [];

    /// <summary>The folder whose files replace built-in data; null for none.</summary>
    public string? DataFolder => dataFolder;

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => Find(serviceType, () => ReflectedData.Of(serviceType, dataFolder) ?? Common(serviceType));

    /// <summary>Serves a type: what the host has, else what a function makes of it, once.</summary>
    public object? Find(Type type, Func<object?> make)
    {
        if (registered.TryGetValue(type, out var value) || (value = host?.GetService(type)) is not null)
        {
            return value;
        }

        if (!_data.TryGetValue(type, out value))
        {
            _data.Add(type, value = make());
        }

        return value;
    }

    /// <summary>What any host could serve, but few do.</summary>
    public static object? Common(Type serviceType)
        => serviceType == typeof(TimeProvider) ? TimeProvider.System
            : serviceType == typeof(ILoggerFactory) ? NullLoggerFactory.Instance
            : RuntimeFeature.IsDynamicCodeSupported && serviceType.IsConstructedGenericType && serviceType.GetGenericTypeDefinition() == typeof(ILogger<>)
                ? Activator.CreateInstance(typeof(NullLogger<>).MakeGenericType(serviceType.GenericTypeArguments))
            : null;

    /// <summary>Creates a rule or format by its one public constructor.</summary>
    public T Create<T>([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type, RulePack pack)
        where T : class
    {
        var constructors = type.GetConstructors();
        if (constructors is not [var constructor])
        {
            throw new RulePackLoadException($"{type.FullName} of pack '{pack.Name}' has {constructors.Length} public constructors; exactly one is expected. Leave one public.", pack.File);
        }

        if (Array.Find(constructor.GetParameters(), parameter => !parameter.HasDefaultValue && GetService(parameter.ParameterType) is null) is { } unserved)
        {
            throw NotServed(type, unserved.ParameterType, pack);
        }

        try
        {
            return (T)ActivatorUtilities.CreateInstance(this, type);
        }
        catch (Exception failure) when (failure is not RulePackLoadException)
        {
            throw ConstructorFailed(type, pack, failure);
        }
    }

    /// <summary>What to throw where a constructor asks for what nobody has.</summary>
    public static RulePackLoadException NotServed(Type type, Type asked, RulePack pack)
        => new(
            $"{type.FullName} of pack '{pack.Name}' asks for a {asked.FullName}, which nobody serves. Register one with AddData, or give the type a public static property Default.",
            pack.File);

    /// <summary>What to throw where a constructor threw.</summary>
    public static RulePackLoadException ConstructorFailed(Type type, RulePack pack, Exception failure)
        => new(
            $"The constructor of {type.FullName} of pack '{pack.Name}' failed with {failure.GetType().Name}: {failure.Message.TrimEnd('.')}. A constructor of a rule only stores what it is given.",
            pack.File, failure);
}
