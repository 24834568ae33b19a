namespace MlPerf.Endpoints.Core.Rules;

/// <summary>What a rule answers: a finding, a pass, or that it does not apply. Texts are formatted when they are read.</summary>
public sealed class RuleResult
{
    private readonly NamedValue[]? _values;

    internal RuleResult(Outcome outcome, Place place, NamedValue[]? values)
    {
        Outcome = outcome;
        Place = place;
        _values = values;
    }

    private RuleResult(string reason, Place place)
    {
        Reason = reason;
        Place = place;
    }

    /// <summary>The declared outcome; null where the rule does not apply.</summary>
    public Outcome? Outcome { get; }

    /// <summary>Where.</summary>
    public Place Place { get; }

    /// <summary>Why the rule does not apply; null where it does.</summary>
    public string? Reason { get; }

    /// <summary>The values that message and fix name.</summary>
    public IReadOnlyList<NamedValue> Values => _values ?? [];

    /// <summary>Says that a rule does not apply to its target, and why. Kept apart from findings and passes.</summary>
    public static RuleResult NotApplicable(Place place, string reason) => new(reason, place);
}
