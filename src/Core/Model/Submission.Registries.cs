namespace MlPerf.Endpoints.Core.Model;

public partial class Submission
{
    /// <summary>The published seed sets (v1.0), or why they could not be read. Read also where the submission does not exist.</summary>
    public Availability<SeedSetRegistry> SeedSets { get => SeedSetList is { } list ? list.Value : field; init; } = Availability<SeedSetRegistry>.Absent("the revision knows no seed sets");

    /// <summary>The approved drafters (v1.0), or why they could not be read. Read also where the submission does not exist.</summary>
    public Availability<DrafterList> ApprovedDrafters { get => DrafterList is { } list ? list.Value : field; init; } = Availability<DrafterList>.Absent("the revision knows no approved drafters");

    /// <summary>Where <see cref="SeedSets"/> come from, if they are not given with it.</summary>
    internal ReferenceList<SeedSetRegistry>? SeedSetList { get; init; }

    /// <summary>Where <see cref="ApprovedDrafters"/> come from, if they are not given with it.</summary>
    internal ReferenceList<DrafterList>? DrafterList { get; init; }
}
