using System.Diagnostics;
using System.Text;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Conformance;

/// <summary>One way in which a file of a stranger's upload can be bad.</summary>
/// <param name="Name">What is wrong, for the table.</param>
/// <param name="Apply">Does it to the file, given its path and what stood there.</param>
internal sealed record BadInput(string Name, Action<string, byte[]> Apply)
{
    /// <summary>A file that is there but may not be read; the tests may run as root, so the source has to refuse it.</summary>
    public static BadInput Unreadable { get; } = new("may not be read", static (_, _) => { });

    public static IReadOnlyList<BadInput> All { get; } =
    [
        new("nothing", static (file, _) => File.Delete(file)),
        new("a folder", static (file, _) =>
        {
            File.Delete(file);
            Directory.CreateDirectory(file);
        }),
        Content("no bytes", static _ => []),
        Content("64 KiB of random bytes", static _ =>
        {
            var bytes = new byte[64 << 10];
            new Random(1).NextBytes(bytes);
            return bytes;
        }),
        Content("NUL bytes", static _ => new byte[64]),
        Content("invalid UTF-8", static original => [.. original, 0xC3, 0x28, (byte)'\n']),
        Content("UTF-16", static original => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(original))]),
        Content("a byte order mark", static original => [0xEF, 0xBB, 0xBF, .. original]),
        Content("a truncated copy", static original => original[..(original.Length / 2)]),
        Content("100,000 levels, closed", static _ => Encoding.UTF8.GetBytes(string.Concat("{\"a\": ", new string('[', 100_000), new string(']', 100_000), "}"))),
        Content("100,000 levels, open", static _ => Encoding.UTF8.GetBytes(new string('[', 100_000))),
        Content("a line of 50 MB", static _ => Encoding.UTF8.GetBytes($"{{\"a\": \"{new string('x', 50 << 20)}\"}}")),
        Content("an alias bomb", static _ => Encoding.UTF8.GetBytes(
            "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n")))),
        Content("a number of 10,000 digits", static _ => Encoding.UTF8.GetBytes($"{{\"concurrency\": 1{new string('0', 9_999)}}}")),
        Content("200,000 members", static _ => Encoding.UTF8.GetBytes("{" + string.Join(", ", Enumerable.Range(0, 200_000).Select(number => $"\"k{number}\": 0")) + "}")),
        new("a pipe", static (file, _) =>
        {
            File.Delete(file);
            using var process = Process.Start("mkfifo", [file]);
            process.WaitForExit();
            Assert.That(process.ExitCode, Is.Zero);
        }),
        Link("a link to itself", static file => file),
        Link("a link to a device", static _ => "/dev/zero"),
        Link("a link out of the submission", static _ => Environment.ProcessPath!),
        Unreadable,
    ];

    /// <summary>The submission, with the one file refused.</summary>
    public ISubmissionSource Source(string root, SubmissionPath file)
        => ReferenceEquals(this, Unreadable) ? new RefusingSource(new FolderSource(root), file) : new FolderSource(root);

    private static BadInput Content(string name, Func<byte[], byte[]> change) => new(name, (file, original) => File.WriteAllBytes(file, change(original)));

    private static BadInput Link(string name, Func<string, string> target) => new(name, (file, _) =>
    {
        File.Delete(file);
        File.CreateSymbolicLink(file, target(file));
    });

    private sealed class RefusingSource(FolderSource source, SubmissionPath refused) : ISubmissionSource
    {
        public string DisplayRoot => source.DisplayRoot;

        public EntryKind KindOf(SubmissionPath path) => source.KindOf(path);

        public IReadOnlyList<SourceEntry> List(SubmissionPath folder) => source.List(folder);

        public SourceContent Read(SubmissionPath file, long maxBytes)
            => file == refused ? new SourceContent(default, new SourceProblem(SourceProblemKind.AccessDenied, "the operating system refuses access")) : source.Read(file, maxBytes);

        public Stream Open(SubmissionPath file) => file == refused ? throw new IOException($"{file} may not be read.") : source.Open(file);
    }
}
