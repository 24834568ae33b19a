using System.Net;
using System.Net.Http.Headers;

namespace MlPerf.Endpoints.Audits.Runner.Http;

/// <summary>A request's body that stands in memory; one object serves many requests, one after the other.</summary>
internal sealed class BodyContent : HttpContent
{
    private ReadOnlyMemory<byte> _body;
    private volatile bool _isWritten = true;

    public BodyContent(MediaTypeHeaderValue type) => Headers.ContentType = type;

    /// <summary>Whether the last body has gone out whole, so that nobody reads this object any more. An answer may come before, or the sending may fail.</summary>
    public bool IsFree => _isWritten;

    /// <summary>Takes the body of the next request.</summary>
    public void Use(ReadOnlyMemory<byte> body)
    {
        _isWritten = false;
        if (body.Length != _body.Length || Headers.ContentLength is null)
        {
            Headers.ContentLength = body.Length;
        }

        _body = body;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var writing = stream.WriteAsync(_body, cancellationToken);
        if (!writing.IsCompletedSuccessfully)
        {
            return WrittenAsync(writing);
        }

        writing.GetAwaiter().GetResult();
        _isWritten = true;
        return Task.CompletedTask;
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _body.Length;
        return true;
    }

    private async Task WrittenAsync(ValueTask writing)
    {
        await writing.ConfigureAwait(false);
        _isWritten = true;
    }
}
