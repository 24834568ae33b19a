using System.Buffers;

namespace MlPerf.Endpoints.Audits.Runner.Http;

/// <summary>Puts <c>Content-Type</c> before <c>Accept</c> in the head of each request, as the benchmark tool has it; the handler writes them the other way round.</summary>
/// <remarks>A head is written with its first bytes of body in one piece, so one look at the start of a write is enough.</remarks>
internal sealed class HeadOrderStream(Stream inner) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => inner.ReadAsync(buffer, offset, count, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        => TryReorder(buffer.Span) is { } reordered ? WriteRentedAsync(reordered, buffer.Length, cancellationToken) : inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (TryReorder(buffer) is { } reordered)
        {
            inner.Write(reordered.AsSpan(0, buffer.Length));
            ArrayPool<byte>.Shared.Return(reordered);
        }
        else
        {
            inner.Write(buffer);
        }
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>The bytes with the two lines exchanged, in a rented array; null where there is nothing to exchange.</summary>
    internal static byte[]? TryReorder(ReadOnlySpan<byte> written)
    {
        if (!written.StartsWith("POST "u8))
        {
            return null;
        }

        var end = written.IndexOf("\r\n\r\n"u8);
        var head = end < 0 ? written : written[..(end + 2)];
        var accept = head.IndexOf("\r\nAccept: "u8);
        var type = head.IndexOf("\r\nContent-Type: "u8);
        if (accept < 0 || type < accept)
        {
            return null;
        }

        var typeEnd = head[(type + 2)..].IndexOf("\r\n"u8);
        if (typeEnd < 0)
        {
            return null;
        }

        // The line of the type moves up to the place of Accept, and what stood between them moves down by its length.
        var typeLength = 2 + typeEnd;
        var result = ArrayPool<byte>.Shared.Rent(written.Length);
        written[..accept].CopyTo(result);
        written.Slice(type, typeLength).CopyTo(result.AsSpan(accept));
        written[accept..type].CopyTo(result.AsSpan(accept + typeLength));
        written[(type + typeLength)..].CopyTo(result.AsSpan(type + typeLength));
        return result;
    }

    private async ValueTask WriteRentedAsync(byte[] rented, int length, CancellationToken cancellation)
    {
        await inner.WriteAsync(rented.AsMemory(0, length), cancellation).ConfigureAwait(false);
        ArrayPool<byte>.Shared.Return(rented);
    }
}
