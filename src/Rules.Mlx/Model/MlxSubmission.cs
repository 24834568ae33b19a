using MlPerf.Endpoints.Core.Model;

namespace MlPerf.Endpoints.Rules.Mlx.Model;

/// <summary>Envelopes as they were found: one file, or all files of a folder.</summary>
public sealed class MlxSubmission : Submission
{
    /// <summary>The documents, by file, then line. Of very many only the first are here.</summary>
    public IReadOnlyList<EnvelopeTarget> Envelopes
    {
        get;
        init
        {
            field = value;
            Adopt(value);
        }
    } = [];

    /// <summary>Valid documents that are only counted.</summary>
    public long UnlistedValid { get; init; }

    /// <summary>Other documents that are only counted.</summary>
    public long UnlistedInvalid { get; init; }
}
