using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits;

/// <summary>Pass or fail with the numbers behind it. An audit that aborts has none.</summary>
/// <param name="Test">The audit's id.</param>
/// <param name="Passed">The verdict.</param>
/// <param name="Details">The audit's own numbers, in the order in which it made them.</param>
/// <param name="ReasonKind">Why, for programs.</param>
/// <param name="Reason">Why, for people; never parsed.</param>
public sealed record AuditVerdict(string Test, bool Passed, ImmutableArray<Detail> Details, string ReasonKind, string Reason)
{
    /// <summary>Warnings of the audit's own, ids.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>The verdict's fields as they stand in its file: <c>test</c>, <c>passed</c>, the details, <c>reason</c>.</summary>
    public IEnumerable<Detail> Fields => [Detail.Of("test", Test), Detail.Of("passed", Passed), .. Details, Detail.Of("reason", Reason)];
}
