using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>The points of one system and one model on their way into envelopes.</summary>
internal sealed record ExportCurve
{
    /// <summary>Where it stands, for messages.</summary>
    public required string Path { get; init; }

    /// <summary>The model's folder: rows are called by it.</summary>
    public required string Folder { get; init; }

    /// <summary>The model's name as the results state it.</summary>
    public string? ModelName { get; init; }

    /// <summary>Where the model can be had.</summary>
    public string? LinkToModel { get; init; }

    public string? Precision { get; init; }

    public string SystemId { get; init; } = "";

    /// <summary>The system's description; null where there is none.</summary>
    public Node? Description { get; init; }

    /// <summary>The revision of the rules, <c>v0.7</c> or <c>v1.0</c>.</summary>
    public required string Spec { get; init; }

    public bool IsV1_0 => Spec is "v1.0";

    /// <summary>The points that were read.</summary>
    public required IReadOnlyList<ExportPoint> Points { get; init; }

    /// <summary>Scores that belong to no point.</summary>
    public IReadOnlyList<ExportScore> Scores { get; init; } = [];

    /// <summary>Points that could not be read, each with the reason.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];
}
