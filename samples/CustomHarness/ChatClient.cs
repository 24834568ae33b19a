using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace Acme.CustomHarness;

/// <summary>Asks an OpenAI-compatible endpoint and times the chunks of its answer.</summary>
public sealed class ChatClient(Uri endpoint, string model, int maxTokens) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = int.MaxValue }) { BaseAddress = endpoint };

    /// <summary>Asks once; null where the endpoint did not answer whole.</summary>
    public async Task<Sample?> AskAsync(string prompt, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/chat/completions")
        {
            Content = JsonContent.Create(new { model, stream = true, max_tokens = maxTokens, messages = new[] { new { role = "user", content = prompt } } }),
        };
        var started = Stopwatch.GetTimestamp();
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            response.EnsureSuccessStatusCode();
            using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(stop));
            var (tokens, first, last, isWhole) = (0, 0.0, 0.0, false);
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                if (line.StartsWith("data: [DONE]", StringComparison.Ordinal))
                {
                    isWhole = true;
                }
                else if (line.StartsWith("data: ", StringComparison.Ordinal) && HasContent(line.AsMemory(6)))
                {
                    // One chunk is taken for one token; a harness with the model's tokenizer counts the text.
                    last = Stopwatch.GetElapsedTime(started).TotalNanoseconds;
                    first = tokens++ == 0 ? last : first;
                }
            }

            return isWhole && tokens > 0 ? new Sample(first, last, prompt.Split(' ').Length, tokens) : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static bool HasContent(ReadOnlyMemory<char> chunk)
    {
        using var document = JsonDocument.Parse(chunk);
        return document.RootElement.TryGetProperty("choices", out var choices)
            && choices.EnumerateArray().Any(choice => choice.TryGetProperty("delta", out var delta) && delta.TryGetProperty("content", out var content) && content.GetString() is { Length: > 0 });
    }
}
