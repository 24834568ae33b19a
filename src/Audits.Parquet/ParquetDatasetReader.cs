using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Runner.Datasets;
using Parquet;
using Parquet.Serialization;

namespace MlPerf.Endpoints.Audits.Parquet;

/// <summary>Reads Parquet files: a row of the file is a row of the dataset; lists and structures become JSON, null cells are absent.</summary>
/// <example><code>
/// var runner = new LoadGenerator(readers: [new ParquetDatasetReader()]);
/// </code></example>
public sealed class ParquetDatasetReader : IDatasetReader
{
    private const string NotNative = "Parquet.Net makes the code that reads a file's columns while it runs.";

    // Files of older writers mark texts as bytes only.
    private static readonly ParquetOptions Options = new() { TreatByteArrayAsString = true };

    /// <summary>Makes a reader.</summary>
    [RequiresDynamicCode(NotNative)]
    [RequiresUnreferencedCode(NotNative)]
    public ParquetDatasetReader()
    {
    }

    /// <inheritdoc/>
    public string Id => ".parquet";

    /// <inheritdoc/>
    public IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            return ReadAsync(file).GetAwaiter().GetResult();
        }
#pragma warning disable CA1031 // The library refuses bad bytes with whatever its parts throw, index errors and sizes beyond memory among them; each means that the file is none.
        catch (Exception failure) when (failure is not FormatException)
#pragma warning restore CA1031
        {
            throw new FormatException($"the file is no Parquet that can be read ({failure.GetType().Name}: {failure.Message.TrimEnd('.')})", failure);
        }
    }

    private static async Task<List<IReadOnlyDictionary<string, JsonElement>>> ReadAsync(ReadOnlyMemory<byte> file)
    {
        using var stream = new MemoryStream(file.ToArray(), writable: false);
        var table = await ParquetSerializer.DeserializeUntypedAsync(stream, Options).ConfigureAwait(false);
        var rows = new List<IReadOnlyDictionary<string, JsonElement>>();
        foreach (var row in table.Data)
        {
            var cells = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            foreach (var (column, value) in row)
            {
                if (ParquetCells.ToJson(value) is { } cell)
                {
                    cells[column] = cell;
                }
            }

            rows.Add(cells);
        }

        return rows;
    }
}
