using System.Text.Json.Serialization;

namespace MlPerf.Endpoints.Rules.Mlx.Records;

/// <summary>An MLX Benchmark Result: the rows of one run of one suite on one system. Members that are null are left out.</summary>
public sealed record MlxEnvelope
{
    /// <summary>Version of the schema, always <c>1</c>.</summary>
    public string SchemaVersion { get; init; } = "1";

    /// <summary>Start of the run, a date-time of RFC 3339 in UTC.</summary>
    public required string Timestamp { get; init; }

    /// <summary>The commit that was run: 7 to 64 hexadecimal digits.</summary>
    public required string GitSha { get; init; }

    /// <summary>What started the run: <c>schedule</c>, <c>pr</c>, <c>workflow_dispatch</c>, <c>local</c>.</summary>
    public required string Trigger { get; init; }

    /// <summary>The pull request that started it.</summary>
    public long? PrNumber { get; init; }

    /// <summary>The suite; see <see cref="MlxSuites"/>.</summary>
    public required string Suite { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>Its revision.</summary>
    public string? ModelRevision { get; init; }

    /// <summary>Its precision.</summary>
    public string? Quantization { get; init; }

    /// <summary>Whether the run was skipped.</summary>
    public bool? Skipped { get; init; }

    /// <summary>The seed.</summary>
    public long? Seed { get; init; }

    /// <summary>How text was generated.</summary>
    public MlxGenerationSettings? GenKwargs { get; init; }

    /// <summary>The machine.</summary>
    public required MlxSystem System { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<MlxRow> Results { get; init; }

    /// <summary>Memory at moments of the run.</summary>
    public IReadOnlyList<MlxMemorySnapshot>? MemorySnapshots { get; init; }

    /// <summary>What went wrong, or could not be written.</summary>
    public IReadOnlyList<string>? Errors { get; init; }

    /// <summary>The envelope as one line of JSON in UTF-8.</summary>
    public byte[] ToUtf8() => global::System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(this, MlxJsonContext.Default.MlxEnvelope);

    /// <summary>Reads an envelope, valid or not, as far as its members have the right types.</summary>
    /// <exception cref="global::System.Text.Json.JsonException">It is no JSON, or a member has another type.</exception>
    public static MlxEnvelope Parse(ReadOnlySpan<byte> utf8)
        => global::System.Text.Json.JsonSerializer.Deserialize(utf8, MlxJsonContext.Default.MlxEnvelope) ?? throw new global::System.Text.Json.JsonException("The document is null.");
}
