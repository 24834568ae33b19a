using System.Text.Json.Nodes;

namespace MlPerf.Endpoints.Prism.Client.Tests.Replay;

/// <summary>Recordings of the reference's clients, and the run folders that they name.</summary>
public static class Recordings
{
    private static readonly string Root = Path.Combine(TestContext.CurrentContext.TestDirectory, "Corpus", "prism");
    private static readonly Dictionary<string, JsonObject> Fixtures = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();

    /// <summary>Every recording of a release.</summary>
    public static IReadOnlyList<JsonObject> Of(string release)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Root, release + ".json")))!.AsObject();
        var recordings = file["recordings"]!.AsArray().Select(recording => recording!.AsObject()).ToArray();
        return recordings.Length > 0 ? recordings : throw new InvalidOperationException($"No recordings of {release}.");
    }

    /// <summary>A fixture: folder name and files by path.</summary>
    public static (string Folder, IReadOnlyDictionary<string, byte[]> Files) Fixture(string name)
    {
        JsonObject fixture;
        lock (Gate)
        {
            if (!Fixtures.TryGetValue(name, out fixture!))
            {
                fixture = JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "fixtures", name + ".json")))!.AsObject();
                Fixtures[name] = fixture;
            }
        }

        return (fixture["folder"]!.GetValue<string>(), fixture["files"]!.AsObject().ToDictionary(file => file.Key, file => Content(file.Value!), StringComparer.Ordinal));
    }

    /// <summary>A file's content as recordings write it: text, or base64.</summary>
    public static byte[] Content(JsonNode content)
        => content is JsonObject coded ? Convert.FromBase64String(coded["base64"]!.GetValue<string>()) : System.Text.Encoding.UTF8.GetBytes(content.GetValue<string>());
}
