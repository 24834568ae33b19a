namespace MlPerf.Endpoints.Core.Rules;

/// <summary>One way in which a rule can answer: declared once in the rule's descriptor, used for every result of this kind.</summary>
public sealed class Outcome
{
    private Outcome(Severity severity, string key, SpecReference spec, MessageTemplate message, MessageTemplate? fix)
    {
        Severity = severity;
        Key = key;
        Spec = spec;
        Message = message;
        Fix = fix;
    }

    /// <summary>Names the outcome within its rule; part of the contract with those who read reports.</summary>
    public string Key { get; }

    /// <summary>Default severity.</summary>
    public Severity Severity { get; }

    /// <summary>The clause as printed.</summary>
    public SpecReference Spec { get; }

    /// <summary>What was found and what was expected.</summary>
    public MessageTemplate Message { get; }

    /// <summary>What to do about it; null only for passes.</summary>
    public MessageTemplate? Fix { get; }

    /// <summary>Declares an error.</summary>
    /// <param name="key">Names the outcome within its rule.</param>
    /// <param name="spec">The clause as printed.</param>
    /// <param name="message">What was found and what was expected, one sentence with named values.</param>
    /// <param name="fix">What to do about it.</param>
    public static Outcome Error(string key, SpecReference spec, MessageTemplate message, MessageTemplate fix) => new(Severity.Error, key, spec, message, fix);

    /// <summary>Declares a warning.</summary>
    /// <param name="key">Names the outcome within its rule.</param>
    /// <param name="spec">The clause as printed.</param>
    /// <param name="message">What was found and what was expected, one sentence with named values.</param>
    /// <param name="fix">What to do about it.</param>
    public static Outcome Warning(string key, SpecReference spec, MessageTemplate message, MessageTemplate fix) => new(Severity.Warning, key, spec, message, fix);

    /// <summary>Declares a pass: the rule applied and was met.</summary>
    /// <param name="key">Names the outcome within its rule.</param>
    /// <param name="spec">The clause as printed.</param>
    /// <param name="message">What was found.</param>
    public static Outcome Pass(string key, SpecReference spec, MessageTemplate message) => new(Severity.Info, key, spec, message, fix: null);

    /// <summary>A result of this kind whose texts name no values.</summary>
    /// <param name="place">Where; a path will do.</param>
    public RuleResult At(Place place) => new(this, place, null);

    /// <summary>A result of this kind.</summary>
    /// <param name="place">Where; a path will do.</param>
    /// <param name="values">The values that message and fix name.</param>
    public RuleResult At(Place place, params NamedValue[] values) => new(this, place, values);
}
