using System.Text;
using System.Text.Json;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>What a failing answer says: the decoded <c>detail</c>, else the first characters of the body; as it was sent, for whoever prints it to escape.</summary>
internal static class PrismProblem
{
    private const int MaxCharacters = 500;
    private const int MaxBodyBytes = 64 << 10;

    public static async Task<string> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        var buffer = new byte[MaxBodyBytes];
        var length = 0;
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The status is what counts; a body that breaks off adds nothing.
        }

        return Decode(buffer.AsSpan(0, length));
    }

    public static string Decode(ReadOnlySpan<byte> body)
    {
        if (!TryDetail(body, out var text))
        {
            text = Encoding.UTF8.GetString(body);
        }

        return text.Length <= MaxCharacters ? text : text[..MaxCharacters];
    }

    private static bool TryDetail(ReadOnlySpan<byte> body, out string detail)
    {
        detail = "";
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement.ValueKind is not JsonValueKind.Object || !document.RootElement.TryGetProperty("detail", out var member))
            {
                return false;
            }

            detail = member.ValueKind switch
            {
                JsonValueKind.String => member.GetString() ?? "",
                JsonValueKind.Array => string.Join("; ", member.EnumerateArray().Select(Fault)),
                _ => member.GetRawText(),
            };
            return detail.Length > 0;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>One entry of a validation answer: place and message.</summary>
    private static string Fault(JsonElement entry)
    {
        if (entry.ValueKind is not JsonValueKind.Object || !entry.TryGetProperty("msg", out var message))
        {
            return entry.ToString();
        }

        var place = entry.TryGetProperty("loc", out var loc) && loc.ValueKind is JsonValueKind.Array
            ? string.Join('.', loc.EnumerateArray().Select(part => part.ToString()))
            : "";
        return place.Length == 0 ? message.ToString() : $"{place}: {message}";
    }
}
