using System.Runtime.InteropServices;

namespace MlPerf.Endpoints.Core.Sources;

/// <summary>What the framework does not tell about a file before it is opened: opening a pipe blocks, and opening a device may do anything. And reading by the system's own
/// calls: three a file in place of seven, and at start none of what a handle of the framework brings with it.</summary>
internal static partial class UnixFile
{
    // With its suffix: the shorter name has the loader try four others in two folders first.
    private const string LibC = "libc.so.6";

    private const int ReadOnlyNotInherited = 0x80000;
    private const int NotPermitted = 1;
    private const int Interrupted = 4;
    private const int AccessDenied = 13;
    private const int AtCurrentFolder = -100;
    private const int AtNoFollow = 0x100;
    private const uint MaskTypeAndSize = 0x201;
    private const ushort TypeMask = 0xF000;

    /// <summary>Whether the calls of this class work here.</summary>
    public static bool IsSupported { get; } = OperatingSystem.IsLinux();

    /// <summary>Type and size of an entry, its last link not followed.</summary>
    public static UnixFileType Stat(string path, out long lengthBytes)
    {
        if (Statx(AtCurrentFolder, path, AtNoFollow, MaskTypeAndSize, out var buffer) != 0)
        {
            lengthBytes = 0;
            return UnixFileType.Missing;
        }

        lengthBytes = (long)buffer.Size;
        return (buffer.Mode & TypeMask) switch
        {
            0x8000 => UnixFileType.Regular,
            0x4000 => UnixFileType.Folder,
            0xA000 => UnixFileType.Link,
            _ => UnixFileType.Other,
        };
    }

    /// <summary>Fills a buffer from the beginning of a regular file.</summary>
    /// <returns>How many bytes were read: fewer where the file is shorter by now. −1 where it cannot be read, and then <paramref name="error"/> says why.</returns>
    public static int Read(string path, Span<byte> buffer, out int error)
    {
        error = 0;
        var file = Open(path, ReadOnlyNotInherited);
        if (file < 0)
        {
            error = Marshal.GetLastPInvokeError();
            return -1;
        }

        var read = 0;
        while (read < buffer.Length)
        {
            var count = (int)Read(file, ref buffer[read], (nuint)(buffer.Length - read));
            if (count > 0)
            {
                read += count;
            }
            else if (count == 0)
            {
                break;
            }
            else if (Marshal.GetLastPInvokeError() is var failure && failure != Interrupted)
            {
                error = failure;
                read = -1;
                break;
            }
        }

        _ = Close(file);
        return read;
    }

    /// <summary>Whether an error means that the system refuses access.</summary>
    public static bool IsAccessDenied(int error) => error is NotPermitted or AccessDenied;

    /// <summary>The path with every link resolved; null where it leads nowhere, and then whether it runs in a circle.</summary>
    public static (string? Path, bool IsLoop) RealPath(string path)
    {
        var resolved = Realpath(path, 0);
        if (resolved == 0)
        {
            return (null, Marshal.GetLastPInvokeError() == 40);
        }

        try
        {
            return (Marshal.PtrToStringUTF8(resolved), false);
        }
        finally
        {
            Free(resolved);
        }
    }

    [LibraryImport(LibC, EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, out StatxBuffer buffer);

    [LibraryImport(LibC, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport(LibC, EntryPoint = "read", SetLastError = true)]
    private static partial nint Read(int file, ref byte buffer, nuint count);

    [LibraryImport(LibC, EntryPoint = "close")]
    private static partial int Close(int file);

    [LibraryImport(LibC, EntryPoint = "realpath", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint Realpath(string path, nint buffer);

    [LibraryImport(LibC, EntryPoint = "free")]
    private static partial void Free(nint pointer);

    // struct statx has the same layout on every architecture.
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct StatxBuffer
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(40)]
        public ulong Size;
    }
}
