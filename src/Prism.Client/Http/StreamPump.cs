using System.Buffers;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>Copies with two blocks: while one is written the next is read, so that disk and network do not wait for each other.</summary>
internal static class StreamPump
{
    private const int BlockBytes = 256 << 10;

    /// <param name="source">Read to its end.</param>
    /// <param name="target">Written to.</param>
    /// <param name="moved">Told the bytes written so far.</param>
    /// <param name="cancellation">Ends the copying.</param>
    public static async Task CopyAsync(Stream source, Stream target, Action<long> moved, CancellationToken cancellation)
    {
        var full = ArrayPool<byte>.Shared.Rent(BlockBytes);
        var empty = ArrayPool<byte>.Shared.Rent(BlockBytes);
        try
        {
            var total = 0L;
            var length = await source.ReadAsync(full, cancellation).ConfigureAwait(false);
            while (length > 0)
            {
                var writing = target.WriteAsync(full.AsMemory(0, length), cancellation).AsTask();
                int next;
                try
                {
                    next = await source.ReadAsync(empty, cancellation).ConfigureAwait(false);
                }
                catch
                {
                    // The block is in use until the write has ended, however it does; the failure of the read is the one to tell.
                    await writing.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
                    throw;
                }

                await writing.ConfigureAwait(false);
                moved(total += length);
                (full, empty, length) = (empty, full, next);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(full);
            ArrayPool<byte>.Shared.Return(empty);
        }
    }
}
