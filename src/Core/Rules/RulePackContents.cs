using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using MlPerf.Endpoints.Core.Formats;
using MlPerf.Endpoints.Core.Rules.Discovery;

namespace MlPerf.Endpoints.Core.Rules;

/// <summary>What a pack holds: gathered through its <see cref="RulePackIndexAttribute"/>, or by a search through its types where it has none.</summary>
public sealed class RulePackContents
{
    private readonly RulePack _pack;
    private readonly RuleServices _services;
    private readonly List<IComplianceRule> _rules = [];
    private readonly List<ISubmissionFormat> _formats = [];
    private readonly List<Type> _parts = [];
    private Type? _current;

    private RulePackContents(RulePack pack, RuleServices services)
    {
        _pack = pack;
        _services = services;
    }

    internal IReadOnlyList<IComplianceRule> Rules => _rules;

    internal IReadOnlyList<ISubmissionFormat> Formats => _formats;

    /// <summary>Says which type is made next, so that a failure can name it.</summary>
    public void Begin(Type type) => _current = type;

    /// <summary>What a constructor asks for, from the host.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <exception cref="RulePackLoadException">Nobody serves it.</exception>
    public T Serve<T>()
        where T : class
        => Find<T>(static () => RuleServices.Common(typeof(T)));

    /// <summary>The same where the type has a <c>Default</c>.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="byDefault">The type's own <c>Default</c>, which stands where the host has no other.</param>
    public T Serve<T>(Func<T> byDefault)
        where T : class
        => Find<T>(byDefault);

    /// <summary>The same where the type is data (<see cref="RuleDataAttribute"/>).</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="byDefault">The type's own <c>Default</c>, which stands where neither the host nor a data folder has another.</param>
    /// <param name="file">The file of the data folder that replaces it.</param>
    /// <param name="parse">Reads that file.</param>
    /// <exception cref="RulePackLoadException">The data folder has a file for it that cannot be used.</exception>
    public T Serve<T>(Func<T> byDefault, string file, Func<ReadOnlyMemory<byte>, T> parse)
        where T : class
        => Find<T>(() => (_services.DataFolder is { } folder ? RuleDataFile.Read(folder, file, parse) : null) ?? byDefault());

    /// <summary>A logger: the host's, or one that drops what it is told.</summary>
    /// <typeparam name="T">The logger's category.</typeparam>
    public ILogger<T> ServeLogger<T>() => (ILogger<T>)_services.Find(typeof(ILogger<T>), static () => NullLogger<T>.Instance)!;

    /// <summary>Takes a rule.</summary>
    public void Add(IComplianceRule rule) => _rules.Add(rule);

    /// <summary>Takes a format.</summary>
    public void Add(ISubmissionFormat format) => _formats.Add(format);

    /// <summary>Takes a type that is neither rule nor format; it is made when somebody asks for its kind.</summary>
    public void AddPart(Type type) => _parts.Add(type);

    /// <summary>Takes a type that can only be made by reflection.</summary>
    /// <param name="name">The type's full name in the pack's assembly.</param>
    [RequiresUnreferencedCode("Makes a type by its name: give it and what it takes by constructor a visibility that the index can reach.")]
    public void AddByName(string name) => AddType(_pack.Assembly.GetType(name, throwOnError: true)!);

    /// <summary>Makes the rules and formats that an index lists.</summary>
    /// <exception cref="RulePackLoadException">The pack is empty, or something of it cannot be made.</exception>
    internal static RulePackContents Of(RulePack pack, RulePackIndexAttribute index, RuleServices services)
    {
        var contents = new RulePackContents(pack, services);
        try
        {
            index.AddTo(contents);
        }
        catch (Exception failure) when (failure is FileNotFoundException or FileLoadException or TypeLoadException or MissingMemberException)
        {
            throw PackTypes.Unreadable(pack, failure.Message, failure);
        }
        catch (Exception failure) when (failure is not RulePackLoadException)
        {
            throw RuleServices.ConstructorFailed(contents._current ?? index.GetType(), pack, failure);
        }

        return contents.OrRefused();
    }

    /// <summary>Makes the rules and formats of a pack without an index.</summary>
    /// <exception cref="RulePackLoadException">The pack is empty, cannot be read, or something of it cannot be made.</exception>
    [RequiresUnreferencedCode("Finds types by reflection.")]
    internal static RulePackContents Of(RulePack pack, RuleServices services)
    {
        var contents = new RulePackContents(pack, services);
        foreach (var type in PackTypes.In(pack))
        {
            contents.AddType(type);
        }

        return contents.OrRefused();
    }

    private RulePackContents OrRefused() => _rules.Count > 0 || _formats.Count > 0 || _parts.Count > 0 ? this : throw PackTypes.None(_pack);

    private T Find<T>(Func<object?> make)
        where T : class
        => (T)(_services.Find(typeof(T), make) ?? throw RuleServices.NotServed(_current!, typeof(T), _pack));

    [RequiresUnreferencedCode("Makes a type that was found by reflection.")]
    private void AddType(Type type)
    {
        if (typeof(IComplianceRule).IsAssignableFrom(type))
        {
            _rules.Add(_services.Create<IComplianceRule>(type, _pack));
        }
        else if (typeof(ISubmissionFormat).IsAssignableFrom(type))
        {
            _formats.Add(_services.Create<ISubmissionFormat>(type, _pack));
        }
        else
        {
            _parts.Add(type);
        }
    }
}
