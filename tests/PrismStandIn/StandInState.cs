using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlPerf.Endpoints.PrismStandIn;

/// <summary>Records by id, in memory and if wanted in a file.</summary>
internal sealed class StandInState
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly string? _file;
    private readonly JsonObject _runs;
    private readonly JsonObject _submissions;

    public StandInState(string archives, string? folder)
    {
        Archives = archives;
        _file = folder is null ? null : Path.Combine(folder, "records.json");
        var saved = _file is not null && File.Exists(_file) ? JsonNode.Parse(File.ReadAllText(_file))!.AsObject() : new JsonObject { ["runs"] = new JsonObject(), ["submissions"] = new JsonObject() };
        _runs = saved["runs"]!.AsObject();
        _submissions = saved["submissions"]!.AsObject();
        Root = saved;
    }

    /// <summary>Guards everything here.</summary>
    public Lock Gate { get; } = new();

    public string Archives { get; }

    public JsonObject Runs => _runs;

    public JsonObject Submissions => _submissions;

    private JsonObject Root { get; }

    public string ArchiveOf(string kind, string id) => Path.Combine(Archives, $"{kind}-{Guid.Parse(id):D}.tar.gz");

    public void Save()
    {
        if (_file is not null)
        {
            var temporary = _file + ".part";
            File.WriteAllText(temporary, Root.ToJsonString(Indented));
            File.Move(temporary, _file, overwrite: true);
        }
    }
}
