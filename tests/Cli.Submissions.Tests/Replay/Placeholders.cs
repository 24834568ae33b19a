using System.Text.Encodings.Web;
using System.Text.Json;

namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>Fills in what recordings leave out.</summary>
internal sealed class Placeholders(IReadOnlyDictionary<string, string> values)
{
    public const string Token = "mlc_replay-key-5f3c9e7a1b";

    /// <summary>JSON in which placeholders stand as they are.</summary>
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Fill(string text)
    {
        foreach (var (name, value) in values)
        {
            text = text.Replace(name, value, StringComparison.Ordinal);
        }

        return text;
    }
}
