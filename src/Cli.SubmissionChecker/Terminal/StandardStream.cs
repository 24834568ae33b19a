using System.Runtime.InteropServices;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>Where standard output and standard error lead, and a way to a file or pipe that does without the console: the console's first write reads the terminal's
/// description and starts a thread for signals, even where there is no terminal, and that takes as long as reading a small submission.</summary>
internal sealed partial class StandardStream : Stream
{
    private const string LibC = "libc.so.6";
    private const int Output = 1;
    private const int Error = 2;
    private const int BrokenPipe = 32;
    private const int Interrupted = 4;
    private const int WouldBlock = 11;
    private const short CanBeWritten = 4;

    /// <summary>Whether standard output leads elsewhere than to a terminal.</summary>
    public static bool IsOutputRedirected => OperatingSystem.IsLinux() ? IsTerminal(Output) == 0 : Console.IsOutputRedirected;

    /// <summary>Whether standard error leads elsewhere than to a terminal.</summary>
    public static bool IsErrorRedirected => OperatingSystem.IsLinux() ? IsTerminal(Error) == 0 : Console.IsErrorRedirected;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Standard output.</summary>
    public static Stream OpenOutput() => OperatingSystem.IsLinux() && IsOutputRedirected ? new StandardStream() : Console.OpenStandardOutput();

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = Write(Output, ref MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case WouldBlock:
                    // Somebody made the pipe non-blocking, and its reader is behind.
                    var output = new Awaited { Descriptor = Output, Events = CanBeWritten };
                    _ = Poll(ref output, 1, -1);
                    break;
                case BrokenPipe:
                    // The reader has seen enough, as 'head' has: nothing is wrong.
                    return;
                case var error:
                    throw new IOException($"Standard output cannot be written: {Marshal.GetPInvokeErrorMessage(error)}.");
            }
        }
    }

    [LibraryImport(LibC, EntryPoint = "isatty")]
    private static partial int IsTerminal(int descriptor);

    [LibraryImport(LibC, EntryPoint = "write", SetLastError = true)]
    private static partial nint Write(int descriptor, ref byte buffer, nuint count);

    [LibraryImport(LibC, EntryPoint = "poll")]
    private static partial int Poll(ref Awaited awaited, nuint count, int timeoutMs);

    [StructLayout(LayoutKind.Sequential)]
    private struct Awaited
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }
}
