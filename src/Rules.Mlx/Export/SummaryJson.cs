using System.Buffers;
using System.Globalization;
using System.Text.Json;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>A summary as the raw part of a row: without histograms, which would dwarf everything else.</summary>
internal static class SummaryJson
{
    // What nests deeper is no figure.
    private const int DeepestLevel = 32;

    public static JsonElement Of(Node summary)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, summary, 0);
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, Node node, int depth)
    {
        switch (node.Kind)
        {
            case NodeKind.Map when depth < DeepestLevel:
                json.WriteStartObject();
                foreach (var (key, value) in node.Members)
                {
                    if (key.AsText is { } name and not "histogram")
                    {
                        json.WritePropertyName(Texts.Clean(name));
                        Write(json, value, depth + 1);
                    }
                }

                json.WriteEndObject();
                break;
            case NodeKind.List when depth < DeepestLevel:
                json.WriteStartArray();
                foreach (var item in node.Items)
                {
                    Write(json, item, depth + 1);
                }

                json.WriteEndArray();
                break;
            case NodeKind.Text:
                json.WriteStringValue(Texts.Clean(node.AsText));
                break;
            case NodeKind.Boolean:
                json.WriteBooleanValue(node.AsBoolean);
                break;
            case NodeKind.Integer:
                json.WriteRawValue(node.AsInteger.ToString(CultureInfo.InvariantCulture));
                break;
            case NodeKind.Number when double.IsFinite(node.AsNumber):
                json.WriteNumberValue(node.AsNumber);
                break;
            default:
                json.WriteNullValue();
                break;
        }
    }
}
