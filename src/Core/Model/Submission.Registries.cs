namespace MlPerf.Endpoints.Core.Model;

public partial class Submission
{
    /// <summary>The published seed sets (v1.0), or why they could not be read. Read also where the submission does not exist.</summary>
    public Availability<SeedSetRegistry> SeedSets { get; init; } = Availability<SeedSetRegistry>.Absent("the revision knows no seed sets");

    /// <summary>The approved drafters (v1.0), or why they could not be read. Read also where the submission does not exist.</summary>
    public Availability<DrafterList> ApprovedDrafters { get; init; } = Availability<DrafterList>.Absent("the revision knows no approved drafters");
}
