using System.Globalization;
using MlPerf.Endpoints.Prism.Client.Workflows;

namespace MlPerf.Endpoints.Prism.Client.Files;

/// <summary>There is no room for a file: its disk is full, a quota is used up, or it may not grow so large. Nothing half-written stays, and what stood there before is untouched.</summary>
public sealed class DiskFullException : IOException
{
    // Numbers of the operating systems, as IOException.HResult carries them.
    private const int NoSpace = 28;
    private const int TooLarge = 27;
    private const int QuotaLinux = 122;
    private const int QuotaMac = 69;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const double Kibi = 1024;

    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB"];

    private DiskFullException(string file, Lack lack, long? neededBytes, long? freeBytes, Exception cause)
        : base(Text(file, lack, neededBytes, freeBytes), cause)
    {
        FileName = file;
        NeededBytes = neededBytes;
        FreeBytes = freeBytes;
        HResult = cause.HResult;
    }

    /// <summary>The file that was to be written.</summary>
    public string FileName { get; }

    /// <summary>The most bytes that it takes; null where nobody knows.</summary>
    public long? NeededBytes { get; }

    /// <summary>Bytes that were free once the part written was removed; null where the system does not say.</summary>
    public long? FreeBytes { get; }

    /// <summary>The failure as one of this kind; null where it is another.</summary>
    /// <param name="failure">What writing ended with.</param>
    /// <param name="file">The file.</param>
    /// <param name="neededBytes">The most bytes that it takes; null where nobody knows.</param>
    internal static DiskFullException? Of(Exception failure, string file, Func<long?>? neededBytes = null)
        => failure as DiskFullException
            ?? (LackOf(failure) is { } lack ? new DiskFullException(file, lack, neededBytes?.Invoke(), lack is Lack.Space ? FreeBytesAt(file) : null, failure) : null);

    private static Lack? LackOf(Exception failure) => failure switch
    {
        IOException { HResult: NoSpace or WindowsDiskFull or WindowsHandleDiskFull } => Lack.Space,
        IOException { HResult: QuotaLinux } when OperatingSystem.IsLinux() => Lack.Quota,
        IOException { HResult: QuotaMac } when OperatingSystem.IsMacOS() => Lack.Quota,
        // .NET takes the system's "file too large" for a wrong argument.
        IOException { HResult: TooLarge } or ArgumentOutOfRangeException { ParamName: "value" } => Lack.Size,
        _ => null,
    };

    private static string Text(string file, Lack lack, long? neededBytes, long? freeBytes)
    {
        var (problem, mend) = lack switch
        {
            Lack.Space => ("the disk is full", "Make room there"),
            Lack.Quota => ("the disk quota is used up", "Make room there"),
            _ => ("a file may not grow so large here", "Raise the limit (ulimit -f)"),
        };
        var need = (neededBytes, freeBytes) switch
        {
            ({ } needed, { } free) => $" It takes up to {Size(needed)}; {Size(free)} are free.",
            ({ } needed, null) => $" It takes up to {Size(needed)}.",
            (null, { } free) => $" {Size(free)} are free.",
            _ => "",
        };
        var elsewhere = file.Contains(WorkFolder.NamePrefix, StringComparison.Ordinal)
            ? $"let {(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")} name a folder on another disk for temporary files"
            : "name a place on another disk";
        return $"'{file}' cannot be written: {problem}.{need} {mend}, or {elsewhere}, and repeat the command.";
    }

    private static string Size(long bytes)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= Kibi && unit < Units.Length - 1)
        {
            (value, unit) = (value / Kibi, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{(unit == 0 ? bytes : Math.Round(value, 1))} {Units[unit]}");
    }

    private static long? FreeBytesAt(string file)
    {
        try
        {
            var folder = Path.GetFullPath(file);
            while (!Directory.Exists(folder) && Path.GetDirectoryName(folder) is { } parent)
            {
                folder = parent;
            }

            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(folder) ?? folder : folder).AvailableFreeSpace;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What there is not enough of.</summary>
    private enum Lack
    {
        Space,
        Quota,
        Size,
    }
}
