using System.Diagnostics.CodeAnalysis;
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

    /// <summary>Types of other parts, which are made when somebody asks for their kind.</summary>
    internal IReadOnlyList<Type> Parts => _parts;

    /// <summary>Says which type is made next, so that a failure can name it.</summary>
    public void Begin(Type type) => _current = type;

    /// <summary>What a constructor asks for: data, options, a logger.</summary>
    /// <typeparam name="T">The parameter's type.</typeparam>
    /// <param name="byDefault">The type's own <c>Default</c>, which stands where neither the host nor a data folder has another; null where the type has none.</param>
    /// <exception cref="RulePackLoadException">Nobody serves it.</exception>
    public T Serve<T>(Func<T>? byDefault = null)
        where T : class
        => (T)(_services.GetService(typeof(T), byDefault) ?? throw RuleServices.NotServed(_current!, typeof(T), _pack));

    /// <summary>The same for a constructor that asks for a <see cref="Lazy{T}"/>: the type's own <c>Default</c> is then made by the first rule that needs it, so that a rule which judges nothing costs nothing.</summary>
    /// <typeparam name="T">What is lazy.</typeparam>
    /// <param name="byDefault">The type's own <c>Default</c>, safe to ask for on any thread.</param>
    /// <exception cref="RulePackLoadException">The data folder has a file for it that cannot be used.</exception>
    public Lazy<T> ServeLazily<T>(Func<T> byDefault)
        where T : class
        => _services.GetLazily(byDefault);

    /// <summary>Takes a rule.</summary>
    public void Add(IComplianceRule rule) => _rules.Add(rule);

    /// <summary>Takes a format.</summary>
    public void Add(ISubmissionFormat format) => _formats.Add(format);

    /// <summary>Takes a type that is neither rule nor format.</summary>
    public void AddPart(Type type) => _parts.Add(type);

    /// <summary>Takes a type that can only be made by reflection.</summary>
    /// <param name="name">The type's full name in the pack's assembly.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Reached only from AddRulesFrom, which carries the warning.")]
    public void AddByName(string name) => AddType(_pack.Assembly.GetType(name, throwOnError: true)!);

    /// <summary>Makes the rules and formats of a pack.</summary>
    /// <exception cref="RulePackLoadException">The pack is empty, cannot be read, or something of it cannot be made.</exception>
    [RequiresUnreferencedCode("Finds types by reflection where the pack has no index.")]
    internal static RulePackContents Of(RulePack pack, RulePackIndexAttribute? index, RuleServices services)
    {
        var contents = new RulePackContents(pack, services);
        if (index is not null)
        {
            contents.AddIndexed(index);
        }
        else
        {
            foreach (var type in PackTypes.In(pack))
            {
                contents.AddType(type);
            }
        }

        return contents._rules.Count > 0 || contents._formats.Count > 0 || contents._parts.Count > 0 ? contents : throw PackTypes.None(pack);
    }

    private void AddIndexed(RulePackIndexAttribute index)
    {
        try
        {
            index.AddTo(this);
        }
        catch (Exception failure) when (failure is FileNotFoundException or FileLoadException or TypeLoadException or MissingMemberException)
        {
            throw PackTypes.Unreadable(_pack, failure.Message, failure);
        }
        catch (Exception failure) when (failure is not RulePackLoadException)
        {
            throw RuleServices.ConstructorFailed(_current ?? index.GetType(), _pack, failure);
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Reached only from AddRulesFrom, which carries the warning.")]
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
