using System.Buffers;
using System.IO.Compression;

namespace MlPerf.Endpoints.Prism.Client.Archives;

/// <summary>How hard a folder is packed: logs shrink to a tenth faster than any network takes them; what is packed already would only cost time, and is stored.</summary>
internal static class PackingLevel
{
    private const int SampleBytes = 64 << 10;
    private const int SamplesPerFile = 4;
    private const int LargestFiles = 16;
    private const double WorthPacking = 0.9;

    /// <summary>Looks into the largest files, which are what packing takes its time for.</summary>
    public static CompressionLevel Of(IEnumerable<FileInfo> files)
    {
        var largest = files.OrderByDescending(file => file.Length).Take(LargestFiles).ToArray();
        var (plain, packed) = (0.0, 0.0);
        foreach (var file in largest)
        {
            var (read, shrunk) = Sample(file);
            if (read > 0)
            {
                plain += file.Length;
                packed += (double)file.Length * shrunk / read;
            }
        }

        return packed > WorthPacking * plain ? CompressionLevel.NoCompression : CompressionLevel.Fastest;
    }

    private static (long Plain, long Packed) Sample(FileInfo file)
    {
        var block = ArrayPool<byte>.Shared.Rent(SampleBytes);
        try
        {
            using var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            using var target = new MemoryStream();
            var plain = 0L;
            using (var packing = new GZipStream(target, CompressionLevel.Fastest, leaveOpen: true))
            {
                for (var at = 0; at < SamplesPerFile; at++)
                {
                    stream.Position = stream.Length / SamplesPerFile * at;
                    var read = stream.ReadAtLeast(block.AsSpan(0, SampleBytes), SampleBytes, throwOnEndOfStream: false);
                    packing.Write(block, 0, read);
                    plain += read;
                }
            }

            return (plain, target.Length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What cannot be read is told when it is packed.
            return default;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
