using System.Collections.Immutable;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Reporting;

/// <summary>The outcome of one check. Immutable; the same submission gives the same report whatever ran in parallel.</summary>
public sealed class Report
{
    internal Report(string displayRoot, Submission submission, IReadOnlyList<RuleAnswers> answers, ImmutableArray<RulePack> packs, TimeSpan duration)
    {
        Submission = submission;
        Packs = packs;
        Duration = duration;
        DisplayRoot = displayRoot;

        Results = [.. answers.SelectMany(static found => found.Results)];
        Errors = [.. Results.Where(static result => result.Severity is Severity.Error)];
        Warnings = [.. Results.Where(static result => result.Severity is Severity.Warning)];
        NotApplicable = [.. answers.SelectMany(static found => found.NotApplicable)];
    }

    /// <summary>The model that was judged, for hosts that want to go on with it.</summary>
    public Submission Submission { get; }

    /// <summary>The folder as it was given, tidied.</summary>
    public string DisplayRoot { get; }

    /// <summary>The submission's root: <see cref="DisplayRoot"/>, or the subfolder in which the submission was found.</summary>
    public string SubmissionPath => Sources.DisplayRoot.Join(DisplayRoot, Submission.Path);

    /// <summary>The revision and dialect that were checked.</summary>
    public SpecRevision Revision => Submission.Revision;

    /// <summary>Every finding and pass: submission, system, curve, point, then rule in the order of the catalogue.</summary>
    public ImmutableArray<CheckResult> Results { get; }

    /// <summary>The errors, in the order of <see cref="Results"/>.</summary>
    public ImmutableArray<CheckResult> Errors { get; }

    /// <summary>The warnings, in the order of <see cref="Results"/>.</summary>
    public ImmutableArray<CheckResult> Warnings { get; }

    /// <summary>Rules that did not apply to something, with the reason.</summary>
    public ImmutableArray<NotApplicableResult> NotApplicable { get; }

    /// <summary>What was computed of power, for each system with a power descriptor (v1.0).</summary>
    public ImmutableArray<SystemPowerReport> Power => SystemPowerReport.Of(Submission);

    /// <summary>The packs whose rules were asked, by name.</summary>
    public ImmutableArray<RulePack> Packs { get; }

    /// <summary>How long reading and judging took. Not part of the JSON report, which is the same for the same files.</summary>
    public TimeSpan Duration { get; }

    /// <summary>Whether there is no error. Warnings never count.</summary>
    public bool Passed => Errors.IsEmpty;

    /// <summary>Whether a rule itself failed; its part of the submission was not judged.</summary>
    public bool HasRuleFailures => Errors.Any(result => string.Equals(result.Key, RuleFailure.Key, StringComparison.Ordinal));

    /// <summary>Whether the submission is good enough: no error and, if <paramref name="strict"/>, no warning.</summary>
    public bool IsAcceptable(bool strict) => Passed && (!strict || Warnings.IsEmpty);

    /// <summary>The report as JSON text, two-space indentation, no line end after it; described by docs/report.schema.json.</summary>
    public string ToJson() => JsonReportWriter.ToJson(this);
}
