using System.Globalization;

namespace MlPerf.Endpoints.Core.Sources;

/// <summary>A bound that a <see cref="FolderWalk"/> reached: there is more than was seen.</summary>
/// <param name="Name">Its name, as in docs/limits.md: of a property of <see cref="SourceLimits"/>, or of a parameter of who searched.</param>
/// <param name="Limit">Its value.</param>
/// <param name="Path">The first folder that was not looked into.</param>
public sealed record WalkBound(string Name, int Limit, SubmissionPath Path)
{
    /// <summary>The bound as a sentence for people, without a full stop.</summary>
    public override string ToString()
        => Name is nameof(SourceLimits.MaxFolders)
            ? string.Create(CultureInfo.InvariantCulture, $"there are more than {Limit} folders ({Name}); '{Path}' and what follows it were not looked at")
            : string.Create(CultureInfo.InvariantCulture, $"folders are nested more than {Limit} levels deep ({Name}), the first of them at '{Path}'; none of them was looked into");
}
