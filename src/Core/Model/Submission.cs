using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A submission as it was found; it exists also where its path does not.</summary>
/// <remarks><see cref="CheckTarget.Path"/> is the submission's root, relative to the folder that was given: usually <see cref="SubmissionPath.Root"/>,
/// or a subfolder where an organisation's folder was given.</remarks>
public partial class Submission : CheckTarget
{
    /// <summary>The revision and dialect as which it was read.</summary>
    public required SpecRevision Revision { get; init; }

    /// <summary>What stands at the root.</summary>
    public required EntryKind Root { get; init; }

    /// <summary>The folders that the layout demands at the root, in the order of the book.</summary>
    public IReadOnlyList<ExpectedEntry> RequiredFolders { get; init; } = [];

    /// <summary>Whether there is an accuracy result anywhere; null where the submission was not read that far.</summary>
    public bool? HasAccuracyResults { get; init; }

    /// <summary>The systems, ordered by code point; empty where the layout did not let the reader get so far, and then <see cref="SystemsAbsence"/> says why.</summary>
    public IReadOnlyList<SystemUnderTest> Systems
    {
        get;
        init
        {
            field = value;
            Adopt(value);
        }
    } = [];

    /// <summary>Why no system was read: null where the systems' folder was reached (even if it is empty).</summary>
    public string? SystemsAbsence { get; init; }

    /// <summary>Every curve of every system, in order.</summary>
    public IEnumerable<Curve> Curves => Systems.SelectMany(system => system.Curves).OfType<Curve>();
}
