using System.Collections.Immutable;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>What an export gave.</summary>
/// <param name="Files">The envelopes, each valid.</param>
/// <param name="Problems">Why some results gave none; each a sentence that says what to do.</param>
public sealed record MlxExport(ImmutableArray<MlxExportFile> Files, ImmutableArray<string> Problems);
