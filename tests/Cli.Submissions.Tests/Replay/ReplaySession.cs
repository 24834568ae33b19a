using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>Gives the recorded answers in order, and keeps what was asked.</summary>
internal sealed class ReplaySession(JsonArray exchanges, Placeholders placeholders)
{
    private readonly Lock _gate = new();
    private int _next;

    public List<ReplayRequest> Requests { get; } = [];

    public async Task AnswerAsync(HttpContext context, string host, string path)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var request = new ReplayRequest(
            context.Request.Method, host, path,
            context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal),
            context.Request.Headers.ToDictionary(pair => pair.Key.ToLowerInvariant(), pair => pair.Value.ToString(), StringComparer.Ordinal),
            body.ToArray());
        JsonNode? answer;
        lock (_gate)
        {
            Requests.Add(request);
            answer = _next < exchanges.Count ? exchanges[_next++]!["response"] : null;
        }

        await GiveAsync(context, answer);
    }

    private async Task GiveAsync(HttpContext context, JsonNode? answer)
    {
        if (answer is null)
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return;
        }

        switch (answer["fault"]?.GetValue<string>())
        {
            case "timeout":
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case "close":
                context.Abort();
                return;
        }

        context.Response.StatusCode = answer["status"]?.GetValue<int>() ?? StatusCodes.Status200OK;
        foreach (var (name, value) in answer["headers"]?.AsObject() ?? [])
        {
            context.Response.Headers[name] = placeholders.Fill(value!.GetValue<string>());
        }

        var content = Content(answer);
        if (answer["fault"] is not null)
        {
            context.Response.ContentLength = content.Length + 1000;
            await context.Response.Body.WriteAsync(content);
            await context.Response.Body.FlushAsync();
            context.Abort();
            return;
        }

        if (context.Response.StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
        {
            context.Response.ContentLength = content.Length;
            await context.Response.Body.WriteAsync(content);
        }
    }

    private byte[] Content(JsonNode answer)
        => answer["json"] is not null || answer.AsObject().ContainsKey("json") ? System.Text.Encoding.UTF8.GetBytes(placeholders.Fill(answer["json"]?.ToJsonString(Placeholders.Relaxed) ?? "null"))
            : answer["text"] is { } text ? System.Text.Encoding.UTF8.GetBytes(placeholders.Fill(text.GetValue<string>()))
            : answer["base64"] is { } coded ? Convert.FromBase64String(coded.GetValue<string>())
            : answer["archive"] is JsonObject archive ? Archive(archive)
            : [];

    private static byte[] Archive(JsonObject archive)
    {
        var (folder, files) = archive["run"] is { } run
            ? Recordings.Fixture(run.GetValue<string>())
            : (archive["folder"]!.GetValue<string>(), archive["files"]!.AsObject().ToDictionary(file => file.Key, file => Recordings.Content(file.Value!), StringComparer.Ordinal));
        using var target = new MemoryStream();
        using (var packed = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
        using (var tar = new TarWriter(packed, TarEntryFormat.Pax))
        {
            foreach (var (path, content) in files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, folder.Length == 0 ? path : $"{folder}/{path}") { DataStream = new MemoryStream(content) });
            }
        }

        return target.ToArray();
    }
}
