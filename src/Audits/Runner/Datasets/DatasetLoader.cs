using System.Security.Cryptography;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Runner.Adapters;

namespace MlPerf.Endpoints.Audits.Runner.Datasets;

/// <summary>Loads a dataset: reads, renames, drops the columns that no request has (audits, section 11.2).</summary>
public sealed class DatasetLoader
{
    private static readonly string[] PromptAliases = ["user_prompt", "question", "input", "input_text", "problem", "query"];

    private readonly Dictionary<string, IDatasetReader> _readers;

    /// <summary>Makes a loader.</summary>
    /// <param name="readers">Readers of further formats.</param>
    public DatasetLoader(params IEnumerable<IDatasetReader> readers)
    {
        ArgumentNullException.ThrowIfNull(readers);
        _readers = new IDatasetReader[] { new JsonLinesReader(), new JsonArrayReader(), new CsvReader() }.Concat(readers).ToDictionary(reader => reader.Id, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Loads a file.</summary>
    /// <exception cref="AuditException">It is missing (input), or it cannot be read (setup).</exception>
    public DatasetTable Load(DatasetConfiguration dataset, IEndpointAdapter adapter)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(adapter);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(dataset.Path);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new AuditException(AuditErrorKind.Input, "dataset_missing", $"The dataset '{dataset.Path}' does not exist.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new AuditException(AuditErrorKind.Setup, "dataset_unreadable", $"The dataset '{dataset.Path}' cannot be read: {failure.Message}", failure);
        }

        return Load(bytes, dataset, adapter);
    }

    /// <summary>Loads bytes as if they stood in the dataset's file.</summary>
    /// <exception cref="AuditException">They cannot be read.</exception>
    public DatasetTable Load(ReadOnlyMemory<byte> bytes, DatasetConfiguration dataset, IEndpointAdapter adapter)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(adapter);
        var format = dataset.Format ?? Path.GetExtension(dataset.Path);
        if (!_readers.TryGetValue(format, out var reader))
        {
            throw Unreadable(dataset, $"the format '{format}' is none of {string.Join(", ", _readers.Keys.Order(StringComparer.Ordinal))}");
        }

        try
        {
            var rows = reader.Read(bytes);
            var names = Names(rows, dataset, adapter);
            return new DatasetTable([.. rows.Select((cells, index) => Row(index, cells, names, dataset))], Convert.ToHexStringLower(SHA256.HashData(bytes.Span)));
        }
        catch (FormatException failure)
        {
            throw Unreadable(dataset, failure.Message, failure);
        }
    }

    // Target column and the source that it is taken from, for the columns that requests have.
    private static Dictionary<string, string> Names(IReadOnlyList<IReadOnlyDictionary<string, JsonElement>> rows, DatasetConfiguration dataset, IEndpointAdapter adapter)
    {
        var columns = new HashSet<string>(rows.SelectMany(row => row.Keys), StringComparer.Ordinal);
        var names = columns.ToDictionary(column => column, StringComparer.Ordinal);
        foreach (var (target, source) in dataset.Parser)
        {
            if (!columns.Contains(source))
            {
                throw Unreadable(dataset, $"the parser takes '{target}' from a column '{source}', which does not exist");
            }

            names.Remove(source);
            names[target] = source;
        }

        Alias(names, "prompt", PromptAliases, dataset);
        Alias(names, "system", ["system_prompt"], dataset);
        if (rows.Count > 0 && !names.ContainsKey("prompt"))
        {
            throw Unreadable(dataset, $"there is no column 'prompt', nor one of {string.Join(", ", PromptAliases)}; name its source in 'parser'");
        }

        return names.Where(name => name.Key == "prompt" || adapter.Columns.Contains(name.Key)).ToDictionary(StringComparer.Ordinal);
    }

    private static void Alias(Dictionary<string, string> names, string target, string[] aliases, DatasetConfiguration dataset)
    {
        var present = aliases.Where(names.ContainsKey).ToList();
        if (present.Count > 1 || (present.Count == 1 && names.ContainsKey(target)))
        {
            throw Unreadable(dataset, $"several columns could be '{target}': {string.Join(", ", names.ContainsKey(target) ? present.Prepend(target) : present)}; leave one, or name it in 'parser'");
        }

        if (present is [var alias])
        {
            names[target] = names[alias];
            names.Remove(alias);
        }
    }

    private static DatasetRow Row(int index, IReadOnlyDictionary<string, JsonElement> cells, Dictionary<string, string> names, DatasetConfiguration dataset)
    {
        var row = new Dictionary<string, JsonElement>(names.Count, StringComparer.Ordinal);
        foreach (var (target, source) in names)
        {
            if (cells.TryGetValue(source, out var cell))
            {
                row[target] = cell;
            }
        }

        return row.ContainsKey("prompt") || row.ContainsKey("messages")
            ? new DatasetRow(index, row)
            : throw Unreadable(dataset, $"row {index} has no prompt");
    }

    private static AuditException Unreadable(DatasetConfiguration dataset, string detail, Exception? cause = null)
        => new(AuditErrorKind.Setup, "dataset_unreadable", $"The dataset '{dataset.Path}' cannot be used: {detail}.", cause);
}
