using System.Text.Json;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Audits.Runner.Datasets;

/// <summary>Reads a dataset file into rows. Further formats come in packs; the id is the extension with its dot.</summary>
public interface IDatasetReader : IPackPart
{
    /// <summary>Reads rows in order: cells by column, null where a row has none.</summary>
    /// <exception cref="FormatException">The file is not of this format; the message says where.</exception>
    IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> Read(ReadOnlyMemory<byte> file);
}
