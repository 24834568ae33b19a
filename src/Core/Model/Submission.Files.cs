using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Model;

/// <content>The files that the submission was read from.</content>
public partial class Submission
{
    /// <summary>The files, for packs that judge what the model does not hold, such as the folders of audits; null where the submission was made by hand. Read-only, and safe for several threads.</summary>
    /// <remarks>Built-in rules look at the model only: what they need is read once, before any rule runs.</remarks>
    public ISubmissionSource? Files { get; set => field ??= value; }
}
