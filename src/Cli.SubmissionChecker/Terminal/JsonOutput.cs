using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>Prints one object to standard output.</summary>
internal static class JsonOutput
{
    private const string SchemaVersion = "1.0";

    /// <param name="host">Whose standard output.</param>
    /// <param name="writeMembers">Writes the members behind the version.</param>
    /// <param name="encoder">How texts are escaped; the framework's way where null.</param>
    public static void Print(ToolHost host, Action<Utf8JsonWriter> writeMembers, JavaScriptEncoder? encoder = null)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Indented = true, Encoder = encoder, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteString("schema_version", SchemaVersion);
            writeMembers(json);
            json.WriteEndObject();
        }

        host.Output.WriteJson(Encoding.UTF8.GetString(text.GetBuffer().AsSpan(0, (int)text.Length)));
    }
}
