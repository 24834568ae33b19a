using System.Net;
using System.Net.Http.Headers;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>A file as a request body: streamed in blocks, its length told beforehand, progress reported.</summary>
internal sealed class FileUploadContent : HttpContent
{
    private readonly string _file;
    private readonly long _length;
    private readonly Action<long> _moved;

    /// <param name="file">The file.</param>
    /// <param name="moved">Told the bytes sent so far.</param>
    /// <exception cref="PrismException">The file cannot be opened.</exception>
    public FileUploadContent(string file, Action<long> moved)
    {
        _file = file;
        _moved = moved;
        try
        {
            _length = new FileInfo(file).Length;
        }
        catch (IOException exception)
        {
            throw Unreadable(exception);
        }

        Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length;
        return true;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        FileStream file;
        try
        {
            file = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(exception);
        }

        await using (file.ConfigureAwait(false))
        {
            await StreamPump.CopyAsync(file, stream, _moved, cancellationToken).ConfigureAwait(false);
        }
    }

    private PrismException Unreadable(Exception exception)
        => new(PrismErrorKind.Archive, $"The archive {Path.GetFileName(_file)} cannot be opened for upload: {exception.Message}", exception);
}
