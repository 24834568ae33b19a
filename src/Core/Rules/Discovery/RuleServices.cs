using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>Serves what rules take by constructor, so that no container is needed: what the host registered, then a file of the data folder, then a type's own <c>Default</c>.</summary>
internal sealed class RuleServices(IReadOnlyDictionary<Type, object> registered, IServiceProvider? host, string? dataFolder) : IServiceProvider
{
    // Several rules share one type of data, which is read once.
    private readonly Dictionary<Type, object?> _data = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Type, object?> _files = new(ReferenceEqualityComparer.Instance);

    public object? GetService(Type serviceType) => GetService(serviceType, byDefault: null);

    /// <summary>Serves a type.</summary>
    /// <param name="serviceType">The type.</param>
    /// <param name="byDefault">Its own <c>Default</c> where it is at hand; null has it looked for.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Reached only from AddRulesFrom, which is annotated; AddRule<T>() keeps the constructor, and data types keep their Default by being named in it.")]
    public object? GetService(Type serviceType, Func<object>? byDefault)
    {
        if (Given(serviceType) is { } given)
        {
            return given;
        }

        if (!_data.TryGetValue(serviceType, out var value))
        {
            value = byDefault is not null ? byDefault() : LazilyServed(serviceType) ?? DefaultOf(serviceType);
            _data.Add(serviceType, value);
        }

        return value ?? Common(serviceType);
    }

    /// <summary>Serves a type without making its <c>Default</c> yet: that is left to the first rule that asks for it.</summary>
    /// <param name="byDefault">The type's own <c>Default</c>, safe to ask for on any thread.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2091", Justification = "The value is given or made by the function, never by a constructor.")]
    public Lazy<T> GetLazily<T>(Func<T> byDefault)
        where T : class
    {
        if (!_data.TryGetValue(typeof(Lazy<T>), out var lazy))
        {
            lazy = Given(typeof(Lazy<T>)) ?? (Given(typeof(T)) is { } given ? new Lazy<T>((T)given) : new Lazy<T>(byDefault));
            _data.Add(typeof(Lazy<T>), lazy);
        }

        return (Lazy<T>)lazy!;
    }

    // What the host or the data folder has. Files are read at once: what is wrong with them is said before anything is checked.
    private object? Given(Type type)
    {
        if (registered.TryGetValue(type, out var value) || (value = host?.GetService(type)) is not null || dataFolder is null)
        {
            return value;
        }

        if (!_files.TryGetValue(type, out value))
        {
            value = RuleDataFile.Read(type, dataFolder);
            _files.Add(type, value);
        }

        return value;
    }

    // Lazy<T> of whatever serves T; by reflection, and then T is at hand.
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "See GetService.")]
    private object? LazilyServed(Type type)
        => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>) && GetService(type.GenericTypeArguments[0]) is { } value
            ? Activator.CreateInstance(type, value)
            : null;

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "See GetService.")]
    private static object? DefaultOf(Type dataType)
        => dataType.GetProperty("Default", BindingFlags.Public | BindingFlags.Static) is { } shared && dataType.IsAssignableFrom(shared.PropertyType) ? shared.GetValue(null) : null;

    // What any host could serve, but few do. Loggers come last: asking for them loads their library.
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "NullLogger<T> is open to any T.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "NullLogger<T> of a reference type shares one instantiation.")]
    private static object? Common(Type serviceType)
    {
        if (serviceType == typeof(TimeProvider))
        {
            return TimeProvider.System;
        }

        if (serviceType == typeof(ILoggerFactory))
        {
            return NullLoggerFactory.Instance;
        }

        if (serviceType.IsGenericType && serviceType.GetGenericTypeDefinition() == typeof(ILogger<>))
        {
            return Activator.CreateInstance(typeof(NullLogger<>).MakeGenericType(serviceType.GenericTypeArguments));
        }

        return null;
    }

    /// <summary>Creates a rule or format by its one public constructor.</summary>
    public T Create<T>([DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] Type type, RulePack pack)
        where T : class
    {
        var constructors = type.GetConstructors();
        if (constructors.Length != 1)
        {
            throw new RulePackLoadException(
                $"{type.FullName} of pack '{pack.Name}' has {constructors.Length} public constructors; exactly one is expected. Leave one public.", pack.Assembly.Location);
        }

        var parameters = constructors[0].GetParameters();
        var arguments = new object?[parameters.Length];
        for (var index = 0; index < parameters.Length; index++)
        {
            arguments[index] = GetService(parameters[index].ParameterType)
                ?? (parameters[index].HasDefaultValue ? parameters[index].DefaultValue : throw NotServed(type, parameters[index].ParameterType, pack));
        }

        try
        {
            return (T)constructors[0].Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null);
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
            pack.Assembly.Location);

    /// <summary>What to throw where a constructor threw.</summary>
    public static RulePackLoadException ConstructorFailed(Type type, RulePack pack, Exception failure)
        => new(
            $"The constructor of {type.FullName} of pack '{pack.Name}' failed with {failure.GetType().Name}: {failure.Message.TrimEnd('.')}. A constructor of a rule only stores what it is given.",
            pack.Assembly.Location, failure);
}
