using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Core.Checking;

/// <summary>Settings of a check. Everything has a default that gives the reference's verdict.</summary>
public sealed class CheckerOptions
{
    /// <summary>The revision to check against: <c>auto</c> (default), <c>v0.7</c>, <c>v1.0</c>, or the name of a pack's format.</summary>
    public string Spec { get; set; } = "auto";

    /// <summary>The dialect of v0.7: <c>auto</c> (default), <c>readme</c>, <c>0.1.1.10</c>.</summary>
    public string Dialect { get; set; } = "auto";

    /// <summary>Whether warnings fail too. Never changes a report's content, only <see cref="Reporting.Report.IsAcceptable"/>. Default false.</summary>
    public bool Strict { get; set; }

    /// <summary>File with the published seed sets; null (default) for the bundled ones.</summary>
    public string? SeedSetsFile { get; set; }

    /// <summary>File with the approved drafters; null (default) for the bundled ones.</summary>
    public string? ApprovedDraftersFile { get; set; }

    /// <summary>Folder whose files replace bundled data of the same name (thresholds, model lists); null (default) for none.</summary>
    public string? DataFolder { get; set; }

    /// <summary>Ids of opt-in rules to run besides the others, or names of packs whose opt-in rules run.</summary>
    public IList<string> OptIn { get; } = [];

    /// <summary>Most threads at work; 0 (default) for one a core.</summary>
    public int MaxDegreeOfParallelism { get; set; }

    /// <summary>Bounds on files and folders.</summary>
    public SourceLimits SourceLimits { get; set; } = SourceLimits.Default;

    /// <summary>Bounds on documents.</summary>
    public ReadLimits ReadLimits { get; set; } = ReadLimits.Default;
}
