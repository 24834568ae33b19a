using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Prism.Client.Workflows;

/// <summary>How the service is talked to and what is assembled: the releases of the reference that belong to a revision of the rules.</summary>
public sealed record PrismProfile
{
    private PrismProfile(SpecRevision revision) => Revision = revision;

    /// <summary>Today's service and layout: release 1.5.3.0; no pull requests.</summary>
    public static PrismProfile V1_0 { get; } = new(SpecRevision.V1_0) { SendsLevel = true };

    /// <summary>Layout v0.7: release 0.1.1.10, with the pull requests of 0.1.1.0.</summary>
    public static PrismProfile V0_7 { get; } = new(SpecRevision.V0_7Release) { OpensPullRequests = true, OwnLevel = "0.1.1.10" };

    /// <summary>The revision that is assembled and checked.</summary>
    public SpecRevision Revision { get; init; }

    /// <summary>Whether <c>cli_version</c>, <c>is_test</c> and the like are sent.</summary>
    public bool SendsLevel { get; private init; }

    /// <summary>Whether creating a submission opens a pull request unless told otherwise.</summary>
    public bool OpensPullRequests { get; private init; }

    /// <summary>The level that markers state where the client's own is not sent.</summary>
    public string? OwnLevel { get; private init; }

    /// <summary>Whether this is v1.0.</summary>
    public bool IsV1_0 => SpecRevision.V1_0.Covers(Revision);
}
