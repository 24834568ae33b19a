using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace MlPerf.Endpoints.Core.Rules.Discovery;

/// <summary>Looks for a type's data by reflection, for rules that no index makes: a file of the data folder, else the type's own <c>Default</c>.</summary>
internal static class ReflectedData
{
    /// <exception cref="RulePackLoadException">The file cannot be read as this data.</exception>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where trimming has taken a type's Default or Parse, the rule is refused by a message that names the type and AddData. Rules that an index makes do not come here.")]
    public static object? Of(Type type, string? dataFolder)
    {
        if (dataFolder is not null && type.GetCustomAttribute<RuleDataAttribute>() is { } data
            && RuleDataFile.Read(dataFolder, data.File, bytes => Parse(type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, [typeof(ReadOnlyMemory<byte>)]), type, bytes)) is { } value)
        {
            return value;
        }

        return type.GetProperty("Default", BindingFlags.Public | BindingFlags.Static) is { } shared && type.IsAssignableFrom(shared.PropertyType) ? shared.GetValue(null) : null;
    }

    private static object Parse(MethodInfo? parse, Type type, ReadOnlyMemory<byte> bytes)
        => parse is not null
            ? parse.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [bytes], null)!
            : throw new RulePackLoadException($"{type.FullName} is marked as rule data but has no public static Parse(ReadOnlyMemory<byte>).");
}
