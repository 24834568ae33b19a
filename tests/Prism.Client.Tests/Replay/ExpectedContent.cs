using System.Text;
using System.Text.Json.Nodes;

namespace MlPerf.Endpoints.Prism.Client.Tests.Replay;

/// <summary>Compares a file with what a recording says of it.</summary>
public static class ExpectedContent
{
    private const string Marker = "# <MARKER>";

    /// <summary>Whether a file is the accuracy that the first release's builder invents; ours writes none where a run has none.</summary>
    public static bool IsInvented(string path, JsonNode content)
        => path is not null
            && (path.EndsWith("/accuracy/accuracy.txt", StringComparison.Ordinal)
                || (path.EndsWith("/accuracy/accuracy_result.json", StringComparison.Ordinal) && content is JsonValue && content.GetValue<string>().Contains("\"quality_target\": 0.0", StringComparison.Ordinal)));

    /// <summary>Asserts that the content is the expected one.</summary>
    public static void Assert(string path, JsonNode expected, byte[] actual, Func<string, byte[]> source)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (expected is JsonObject rule)
        {
            if (rule["same_as"] is { } same)
            {
                NUnit.Framework.Assert.That(Encoding.UTF8.GetString(actual), Is.EqualTo(Encoding.UTF8.GetString(source(same.GetValue<string>()))), path);
            }
            else if (rule["json_same_as"] is { } json)
            {
                var value = JsonNode.Parse(source(json.GetValue<string>()));
                NUnit.Framework.Assert.That(JsonNode.DeepEquals(JsonNode.Parse(actual), value), path);
                NUnit.Framework.Assert.That(actual[^1], Is.Not.EqualTo((byte)'\n'), path);
            }
            else
            {
                NUnit.Framework.Assert.Fail($"{path}: the recording's rule {rule.ToJsonString()} is unknown.");
            }

            return;
        }

        var text = expected!.GetValue<string>();
        var written = Encoding.UTF8.GetString(actual);
        if (text.Contains(Marker, StringComparison.Ordinal))
        {
            written = string.Join('\n', written.Split('\n').Select(line => line.StartsWith("# The following was added", StringComparison.Ordinal) ? Marker : line));
        }

        if (text.Contains("<TEXT>", StringComparison.Ordinal))
        {
            NUnit.Framework.Assert.That(written, Is.Not.Empty, path);
            return;
        }

        NUnit.Framework.Assert.That(written, Is.EqualTo(text), path);
    }
}
