using MlPerf.Endpoints.Rules.Mlx.Records;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>An envelope with the name of its file.</summary>
/// <param name="Name">Name of the file: <c>run-&lt;time&gt;-&lt;commit&gt;-&lt;suite&gt;-&lt;model&gt;.json</c>.</param>
/// <param name="Envelope">The envelope.</param>
/// <param name="Utf8">The same as JSON.</param>
public sealed record MlxExportFile(string Name, MlxEnvelope Envelope, ReadOnlyMemory<byte> Utf8);
