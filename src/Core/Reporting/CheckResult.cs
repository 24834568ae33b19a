using System.Buffers;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>One result of a check: a finding or a pass. Texts are formatted when they are read.</summary>
public sealed class CheckResult
{
    private readonly RuleResult _result;
    private readonly SpecRevision _revision;
    private readonly string _displayRoot;

    internal CheckResult(CataloguedRule rule, RuleResult result, SpecRevision revision, string displayRoot)
    {
        CataloguedRule = rule;
        _result = result;
        _revision = revision;
        _displayRoot = displayRoot;
        Outcome = result.Outcome!;
    }

    /// <summary>The rule and its pack.</summary>
    public CataloguedRule CataloguedRule { get; }

    /// <summary>The declared outcome.</summary>
    public Outcome Outcome { get; }

    /// <summary>Id of the rule.</summary>
    public string Rule => CataloguedRule.Descriptor.Id;

    /// <summary>Key of the outcome.</summary>
    public string Key => Outcome.Key;

    /// <summary>How much it weighs.</summary>
    public Severity Severity => Outcome.Severity;

    /// <summary>Title of the rule.</summary>
    public string Title => CataloguedRule.Descriptor.Title;

    /// <summary>What was found and what was expected.</summary>
    public string Message => Outcome.Message.Render(_result.Values);

    /// <summary>What to do about it; null for passes.</summary>
    public string? Fix => Outcome.Fix?.Render(_result.Values);

    /// <summary>Where, for writers that build no texts of it.</summary>
    internal Place Place => _result.Place;

    /// <summary>The clause as printed; <c>""</c> where none is.</summary>
    public string SpecReference => Outcome.Spec.For(_revision);

    /// <summary>Name of the pack that brought the rule.</summary>
    public string Pack => CataloguedRule.Pack.Name;

    /// <summary>What it is about, relative to the folder that was given; <c>.</c> for the folder itself; may not exist; null for nothing in particular.</summary>
    public string? Path => _result.Place.Path?.ToString();

    /// <summary><see cref="Path"/> as the reference prints it: joined to the root as it was given.</summary>
    public string? DisplayPath => _result.Place.Path is { } path ? Sources.DisplayRoot.Join(_displayRoot, path) : null;

    /// <summary>The file that holds the fault, relative to the folder that was given; null where no file does.</summary>
    public string? File => _result.Place.File?.ToString();

    /// <summary><see cref="File"/> joined to the root as it was given.</summary>
    public string? DisplayFile => _result.Place.File is { } file ? Sources.DisplayRoot.Join(_displayRoot, file) : null;

    /// <summary>Line in <see cref="File"/>, from 1.</summary>
    public int? Line => _result.Place.Location?.Line;

    /// <summary>Column in <see cref="File"/>, from 1, in code points.</summary>
    public int? Column => _result.Place.Location?.Column;

    /// <summary>JSON pointer in <see cref="File"/>.</summary>
    public string? Pointer => _result.Place.Pointer;

    /// <summary>Tells results apart that share a key, where a rule has such ids (<c>computation-problem</c> of <c>power-descriptor</c>); several with commas between. Else null.</summary>
    public string? ReasonId
    {
        get
        {
            foreach (var value in _result.Values)
            {
                if (string.Equals(value.Name, "reason_id", StringComparison.Ordinal))
                {
                    return value.Value as string;
                }
            }

            return null;
        }
    }

    /// <summary>Whether it is no error.</summary>
    public bool Passed => Severity is not Severity.Error;

    /// <summary>The values that the message names, for programs.</summary>
    public IReadOnlyDictionary<string, object?> Values
    {
        get
        {
            var values = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var value in _result.Values)
            {
                values[value.Name] = value.Value;
            }

            return values;
        }
    }

    /// <summary>Writes <see cref="Message"/>.</summary>
    internal void WriteMessage(IBufferWriter<char> text) => Outcome.Message.Write(text, _result.Values);

    /// <summary>Writes <see cref="Fix"/>, of which there is one.</summary>
    internal void WriteFix(IBufferWriter<char> text) => Outcome.Fix!.Write(text, _result.Values);

    /// <summary><c>path: severity rule: message</c>.</summary>
    public override string ToString() => $"{DisplayFile ?? DisplayPath ?? "-"}: {SeverityNames.Of(Severity)} {Rule}: {Message}";
}
