using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Rules;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Formats;

/// <summary>Recognises a layout and reads it into the model. Packs bring formats of their own through this contract.</summary>
/// <remarks>Formats are created once, must be free of state, and are called from several threads.</remarks>
public interface ISubmissionFormat
{
    /// <summary>The revisions that it reads; the first is the one that is taken where nothing tells dialects apart.</summary>
    IReadOnlyList<SpecRevision> Revisions { get; }

    /// <summary>Recognises the layout by looking; null where it is not this format's.</summary>
    SpecRevision? Recognise(ISubmissionSource source);

    /// <summary>Reads a submission. Whatever is wrong with it goes into the model; nothing is thrown for it.</summary>
    /// <param name="source">The files.</param>
    /// <param name="revision">One of <see cref="Revisions"/>, or a spec without dialect: then the format tells the dialect itself.</param>
    /// <param name="context">What else reading depends on.</param>
    Submission Read(ISubmissionSource source, SpecRevision revision, FormatContext context);
}
