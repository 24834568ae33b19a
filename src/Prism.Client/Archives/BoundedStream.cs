namespace MlPerf.Endpoints.Prism.Client.Archives;

/// <summary>Counts what comes out of an archive, and stops at the bounds on size and expansion.</summary>
internal sealed class BoundedStream(Stream unpacked, FileStream packed, ArchiveLimits limits) : Stream
{
    private long _total;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _total;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = unpacked.Read(buffer);
        _total += read;
        if (_total > limits.MaxTotalBytes)
        {
            throw new ArchiveException($"the archive unpacks to more than {limits.MaxTotalBytes} bytes");
        }

        if (_total > limits.RatioFloorBytes && _total / Math.Max(1, packed.Position) > limits.MaxExpansionRatio)
        {
            throw new ArchiveException($"the archive unpacks to more than {limits.MaxExpansionRatio} times its size");
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
