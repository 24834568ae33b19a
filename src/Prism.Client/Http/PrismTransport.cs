using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using System.Text.Json;
using MlPerf.Endpoints.Prism.Client.Files;
using MlPerf.Endpoints.Prism.Client.Models;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>Requests, limits between bytes, and what failures become.</summary>
internal sealed class PrismTransport(Func<HttpClient> api, Func<HttpClient> storage, PrismClientOptions options, TimeProvider time)
{
    private const int BlockBytes = 128 << 10;

    // Answers of the API are lists and records; an answer beyond this is no such thing.
    private const long MaxAnswerBytes = 64L << 20;

    private readonly PrismResilience _resilience = new(options, time);

    /// <summary>A call whose answer must be JSON.</summary>
    public ValueTask<JsonElement> JsonAsync(PrismCall call, CancellationToken cancellation)
        => _resilience.CallAsync(call.IsRepeatable, async token => await SendAsync(call, answerIsRead: true, token).ConfigureAwait(false), cancellation);

    /// <summary>A call of which nothing but success is wanted.</summary>
    public async ValueTask DoneAsync(PrismCall call, CancellationToken cancellation)
        => await _resilience.CallAsync(call.IsRepeatable, async token => await SendAsync(call, options.RequiresJsonAnswers, token, mayBeEmpty: call.Method == HttpMethod.Delete).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    /// <summary>A call whose answer may be 204 without a body; null then.</summary>
    public async ValueTask<JsonElement?> JsonOrNothingAsync(PrismCall call, CancellationToken cancellation)
        => await _resilience.CallAsync(call.IsRepeatable, async token => await SendAsync(call, answerIsRead: true, token, mayBeEmpty: true).ConfigureAwait(false), cancellation).ConfigureAwait(false) is { ValueKind: not JsonValueKind.Undefined } answer ? answer : null;

    /// <summary>Asks for a link and puts a file there; where the storage fails in passing, both anew.</summary>
    /// <returns>The answer that held the link.</returns>
    public ValueTask<JsonElement> UploadAsync(string linkPath, string file, IProgress<TransferProgress>? progress, CancellationToken cancellation)
        => _resilience.TransferAsync(
            async token =>
            {
                var call = new PrismCall(HttpMethod.Get, linkPath);
                var link = await _resilience.CallAsync(isRepeatable: false, async inner => await SendAsync(call, answerIsRead: true, inner).ConfigureAwait(false), token).ConfigureAwait(false);
                await PutAsync(link.Needed("upload_url", call.Name), file, progress, token).ConfigureAwait(false);
                return link;
            },
            cancellation);

    /// <summary>Sends a file as a form part of a POST; never repeated.</summary>
    public async Task<JsonElement> PostFormAsync(string path, string file, IProgress<TransferProgress>? progress, CancellationToken cancellation)
    {
        var call = new PrismCall(HttpMethod.Post, path);
        using var guard = new StallGuard(time, cancellation);
        var total = new FileInfo(file).Length;
        using var part = new FileUploadContent(file, sent => Moved(guard, progress, sent, total, options.UploadWriteTimeout, options.UploadReadTimeout));
        using var form = new MultipartFormDataContent();
        form.Add(part, "archive", Path.GetFileName(file));
        if (form.Headers.ContentType?.Parameters.FirstOrDefault(parameter => parameter.Name is "boundary") is { Value: { } quoted } boundary)
        {
            // Not every server takes the quotes, which a boundary of these characters does not need.
            boundary.Value = quoted.Trim('"');
        }

        using var request = new HttpRequestMessage(call.Method, PrismAddress.Accept(options.BaseAddress + call.Path, call.Name)) { Content = form };
        guard.Restart(options.UploadWriteTimeout);
        return await GuardedAsync(call.Name, guard, isSafe: false, async () =>
        {
            using var response = await api().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, guard.Token).ConfigureAwait(false);
            await RefuseAsync(response, call.Name, fromStorage: false, isDownload: false, guard.Token).ConfigureAwait(false);
            return await ParseAsync(response.Content, call.Name, guard, options.UploadReadTimeout).ConfigureAwait(false);
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Asks for a link and saves what it leads to; a part of a file never stays.</summary>
    public async ValueTask DownloadAsync(string linkPath, string file, IProgress<TransferProgress>? progress, CancellationToken cancellation)
        => await _resilience.TransferAsync(
            async token =>
            {
                var call = new PrismCall(HttpMethod.Get, linkPath);
                if (options.Transfer is ArchiveTransfer.Form)
                {
                    using var direct = new HttpRequestMessage(HttpMethod.Get, PrismAddress.Accept(options.BaseAddress + linkPath, call.Name));
                    await SaveAsync(api(), direct, call.Name, fromStorage: false, file, progress, token).ConfigureAwait(false);
                    return true;
                }

                var link = await _resilience.CallAsync(isRepeatable: false, async inner => await SendAsync(call, answerIsRead: true, inner).ConfigureAwait(false), token).ConfigureAwait(false);
                const string name = "GET of the archive from storage";
                using var request = new HttpRequestMessage(HttpMethod.Get, PrismAddress.Accept(link.Needed("download_url", call.Name), name));
                await SaveAsync(storage(), request, name, fromStorage: true, file, progress, token).ConfigureAwait(false);
                return true;
            },
            cancellation).ConfigureAwait(false);

    private async Task<JsonElement> SendAsync(PrismCall call, bool answerIsRead, CancellationToken cancellation, bool mayBeEmpty = false)
    {
        using var guard = new StallGuard(time, cancellation);
        using var request = new HttpRequestMessage(call.Method, PrismAddress.Accept(options.BaseAddress + call.Path, call.Name));
        if (call.Body is { } body)
        {
            request.Content = new ReadOnlyMemoryContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }
        else if (call.Method == HttpMethod.Post || call.Method == HttpMethod.Patch)
        {
            request.Content = new ByteArrayContent([]);
        }

        guard.Restart(options.ApiTimeout);
        return await GuardedAsync(call.Name, guard, call.IsRepeatable, async () =>
        {
            using var response = await api().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, guard.Token).ConfigureAwait(false);
            guard.Restart(options.ApiTimeout);
            await RefuseAsync(response, call.Name, fromStorage: false, isDownload: false, guard.Token).ConfigureAwait(false);
            return answerIsRead && !(mayBeEmpty && response.StatusCode is HttpStatusCode.NoContent) ? await ParseAsync(response.Content, call.Name, guard, options.ApiTimeout).ConfigureAwait(false) : default;
        }, cancellation).ConfigureAwait(false);
    }

    private async Task PutAsync(string link, string file, IProgress<TransferProgress>? progress, CancellationToken cancellation)
    {
        const string name = "PUT of the archive to storage";
        using var guard = new StallGuard(time, cancellation);
        var total = new FileInfo(file).Length;
        using var request = new HttpRequestMessage(HttpMethod.Put, PrismAddress.Accept(link, name))
        {
            Content = new FileUploadContent(file, sent => Moved(guard, progress, sent, total, options.UploadWriteTimeout, options.UploadReadTimeout)),
        };
        guard.Restart(options.UploadWriteTimeout);
        await GuardedAsync(name, guard, isSafe: true, async () =>
        {
            using var response = await storage().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, guard.Token).ConfigureAwait(false);
            await RefuseAsync(response, name, fromStorage: true, isDownload: false, guard.Token).ConfigureAwait(false);
            return true;
        }, cancellation).ConfigureAwait(false);
    }

    private async Task SaveAsync(HttpClient client, HttpRequestMessage request, string name, bool fromStorage, string file, IProgress<TransferProgress>? progress, CancellationToken cancellation)
    {
        using var guard = new StallGuard(time, cancellation);
        guard.Restart(options.DownloadTimeout);
        await GuardedAsync(name, guard, isSafe: true, async () =>
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, guard.Token).ConfigureAwait(false);
            await RefuseAsync(response, name, fromStorage, isDownload: true, guard.Token).ConfigureAwait(false);
            await CopyAsync(response.Content, file, guard, progress).ConfigureAwait(false);
            return true;
        }, cancellation).ConfigureAwait(false);
    }

    private async Task CopyAsync(HttpContent content, string file, StallGuard guard, IProgress<TransferProgress>? progress)
    {
        var total = content.Headers.ContentLength;
        var source = await content.ReadAsStreamAsync(guard.Token).ConfigureAwait(false);
        await using (source.ConfigureAwait(false))
        {
            await DiskFile.WriteAsync(
                file,
                target => StreamPump.CopyAsync(source, target, moved =>
                {
                    guard.Restart(options.DownloadTimeout);
                    progress?.Report(new TransferProgress(moved, total));
                }, guard.Token),
                () => total).ConfigureAwait(false);
        }
    }

    private static async Task<JsonElement> ParseAsync(HttpContent content, string name, StallGuard guard, TimeSpan limit)
    {
        guard.Restart(limit);
        var stream = await content.ReadAsStreamAsync(guard.Token).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            var answer = new ArrayBufferWriter<byte>();
            int read;
            while ((read = await stream.ReadAsync(answer.GetMemory(BlockBytes), guard.Token).ConfigureAwait(false)) > 0)
            {
                answer.Advance(read);
                guard.Restart(limit);
                if (answer.WrittenCount > MaxAnswerBytes)
                {
                    throw new PrismException(PrismErrorKind.Malformed, $"{name}: the answer has more than {MaxAnswerBytes} bytes.") { Call = name };
                }
            }

            try
            {
                using var document = JsonDocument.Parse(answer.WrittenMemory, new JsonDocumentOptions { MaxDepth = 1000 });
                return document.RootElement.Clone();
            }
            catch (JsonException exception)
            {
                throw new PrismException(PrismErrorKind.Malformed, $"{name}: the answer is no JSON.", exception) { Call = name };
            }
        }
    }

    private async Task RefuseAsync(HttpResponseMessage response, string name, bool fromStorage, bool isDownload, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        var status = (int)response.StatusCode;
        var retryAfter = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow() is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero,
            _ => (TimeSpan?)null,
        };
        var detail = WithoutToken(await PrismProblem.ReadAsync(response.Content, cancellation).ConfigureAwait(false));
        throw (fromStorage, status) switch
        {
            (true, _) => new PrismException(PrismErrorKind.Storage, $"{name}: storage answered {status}{StorageCode(detail)}.")
            {
                Status = response.StatusCode,
                Detail = detail,
                Call = name,
                IsDownload = isDownload,
                RetryAfter = retryAfter,
            },
            (_, 401 or 403) => new PrismException(PrismErrorKind.Unauthorized, $"{name}: the service refused the API key ({status}){Said(detail)}")
            {
                Status = response.StatusCode,
                Detail = detail,
                Call = name,
                IsDownload = isDownload,
            },
            (_, 426) => new PrismUpgradeRequiredException(detail, options.CliVersion) { Call = name },
            _ => new PrismException(PrismErrorKind.Api, $"{name}: the service answered {status}{Said(detail)}")
            {
                Status = response.StatusCode,
                Detail = detail,
                Call = name,
                IsDownload = isDownload,
                RetryAfter = retryAfter,
            },
        };
    }

    /// <summary>A service may answer with what it was sent.</summary>
    private string WithoutToken(string text)
        => PrismAddress.TryAcceptToken(options.Token, out var token) ? text.Replace(token, "<redacted>", StringComparison.Ordinal) : text;

    private static string Said(string detail) => detail.Length == 0 ? "." : $": {detail}";

    private static string StorageCode(string body)
    {
        var start = body.IndexOf("<Code>", StringComparison.Ordinal);
        var end = body.IndexOf("</Code>", StringComparison.Ordinal);
        return start >= 0 && end > start && end - start < 100 ? $" ({body[(start + "<Code>".Length)..end]})" : "";
    }

    private static void Moved(StallGuard guard, IProgress<TransferProgress>? progress, long sent, long total, TimeSpan writeLimit, TimeSpan readLimit)
    {
        guard.Restart(sent < total ? writeLimit : readLimit);
        progress?.Report(new TransferProgress(sent, total));
    }

    /// <summary>Turns the failures of HTTP into ours; addresses never reach a message, for they may be signed.</summary>
    private static async Task<T> GuardedAsync<T>(string name, StallGuard guard, bool isSafe, Func<Task<T>> call, CancellationToken cancellation)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (guard.HasStalled && !cancellation.IsCancellationRequested)
        {
            throw Network(name, "nothing moved within the time limit", isUnknown: !isSafe, exception);
        }
        catch (HttpRequestException exception) when (exception.InnerException is PrismException inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
        catch (HttpRequestException exception)
        {
            var wasNotSent = exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            throw Network(name, Cause(exception), isUnknown: !isSafe && !wasNotSent, exception);
        }
        catch (HttpIOException exception)
        {
            throw Network(name, "the answer broke off", isUnknown: !isSafe, exception);
        }
        catch (InvalidDataException exception)
        {
            throw Network(name, "the answer's compression is damaged", isUnknown: !isSafe, exception);
        }
    }

    private static string Cause(HttpRequestException exception) => exception.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => $"the host's name cannot be resolved: {exception.Message}",
        HttpRequestError.ConnectionError => $"no connection: {exception.Message}",
        HttpRequestError.SecureConnectionError => "the secure connection failed (certificate or TLS)",
        HttpRequestError.ResponseEnded => "the connection was closed before the answer was whole",
        HttpRequestError.InvalidResponse => "the answer is no HTTP",
        HttpRequestError.ProxyTunnelError => "the proxy refused the connection",
        _ => exception.InnerException is TimeoutException ? "no connection within the time limit" : "the connection broke",
    };

    private static PrismException Network(string name, string cause, bool isUnknown, Exception exception)
        => new(PrismErrorKind.Network, $"{name}: {cause}.{(isUnknown ? " The service may have carried it out all the same: look before you repeat it." : "")}", Scrub(exception)) { Call = name, IsOutcomeUnknown = isUnknown };

    // Inner exceptions of HTTP name hosts and ports, never keys; time-outs carry whole requests in their text and are left out.
    private static Exception? Scrub(Exception exception) => exception is OperationCanceledException ? null : exception;
}
