using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MlPerf.Endpoints.Conformance.BadInput;

/// <summary>The ways to spoil a file.</summary>
internal static class BadInputs
{
    /// <summary>Name of the input that is no file on disk but a source's refusal.</summary>
    public const string AccessDenied = "a source that refuses to be read";

    private const int Depth = 100_000;

    public static ImmutableArray<BadInputCase> All { get; } =
    [
        new("nothing", BadContent.Missing, BadContent.Missing, null, static _ => { }),
        new("a folder", BadContent.Folder, BadContent.Folder, "folder", static file => Directory.CreateDirectory(file)),
        Bytes("0 bytes", BadContent.Unreadable, BadContent.NoMapping, null, static () => []),
        Bytes("64 KiB of random bytes", BadContent.Unreadable, BadContent.Unreadable, "UTF-8", RandomBytes),
        Bytes("NUL bytes", BadContent.Unreadable, BadContent.Unreadable, "U+0000", static () => new byte[4096]),
        Change("invalid UTF-8", BadContent.Unreadable, BadContent.Unreadable, "(0xFF) is no UTF-8", static bytes => [.. bytes[..(bytes.Length / 2)], 0xFF, .. bytes[(bytes.Length / 2)..]]),
        Change("UTF-16", BadContent.Unreadable, BadContent.Unreadable, "UTF-16", static bytes => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))]),
        Change("a byte order mark", BadContent.Unreadable, BadContent.Harmless, "byte order mark", static bytes => [0xEF, 0xBB, 0xBF, .. bytes]),
        Change("a truncated copy", BadContent.Unreadable, BadContent.PartOfMapping, null, FirstHalf),
        Text("nesting 100,000 deep, closed", BadContent.Unreadable, BadContent.Unreadable, "levels", static () => new string('[', Depth) + new string(']', Depth)),
        Text("nesting 100,000 deep, open", BadContent.Unreadable, BadContent.Unreadable, "levels", static () => string.Concat(Enumerable.Repeat("{\"a\":\n", Depth))),
        Text("a line of 50 MB", BadContent.Unreadable, BadContent.NoMapping, null, static () => new string('x', 50_000_000), isHeavy: true),
        Text("a line of 50 MB in a mapping", BadContent.OtherMapping, BadContent.OtherMapping, null, static () => $"{{\"x\": \"{new string('x', 50_000_000)}\"}}", isHeavy: true),
        Text("a YAML alias bomb", BadContent.Unreadable, BadContent.OtherMapping, null, AliasBomb),
        Text("a YAML merge bomb", BadContent.Unreadable, BadContent.Unreadable, null, MergeBomb, isHeavy: true),
        Text("a number of 10,000 digits", BadContent.Unreadable, BadContent.Unreadable, "4300", static () => $"{{\"concurrency\": {new string('7', 10_000)}}}"),
        Text("200,000 members", BadContent.OtherMapping, BadContent.OtherMapping, null, static () => $"{{{string.Join(", ", Enumerable.Range(0, 200_000).Select(static i => $"\"k{i}\": {i}"))}}}", isHeavy: true),
        Text("nearly a million values", BadContent.OtherMapping, BadContent.OtherMapping, null, static () => $"{{\"x\": [{string.Join(", ", Enumerable.Repeat('1', 999_990))}]}}", isHeavy: true),
        new("a pipe", BadContent.Refused, BadContent.Refused, "pipe", UnixEntries.MakePipe),
        new("a link to itself", BadContent.Refused, BadContent.Refused, "itself", static file => File.CreateSymbolicLink(file, Path.GetFileName(file))),
        new("a link to /dev/zero", BadContent.Refused, BadContent.Refused, "/dev/zero", static file => File.CreateSymbolicLink(file, "/dev/zero")),
        new("a link out of the tree", BadContent.Refused, BadContent.Refused, "outside the submission", static file => File.CreateSymbolicLink(file, "/etc/hostname")),
        new(AccessDenied, BadContent.AccessDenied, BadContent.AccessDenied, "refuses", static _ => { }),
    ];

    private static BadInputCase Text(string name, BadContent asJson, BadContent asYaml, string? says, Func<string> text, bool isHeavy = false)
        => new(name, asJson, asYaml, says, file => File.WriteAllText(file, text()), isHeavy);

    private static BadInputCase Bytes(string name, BadContent asJson, BadContent asYaml, string? says, Func<byte[]> bytes)
        => new(name, asJson, asYaml, says, file => File.WriteAllBytes(file, bytes()));

    // The original still stands beside the place.
    private static BadInputCase Change(string name, BadContent asJson, BadContent asYaml, string? says, Func<byte[], byte[]> change)
        => new(name, asJson, asYaml, says, file => File.WriteAllBytes(file, change(File.ReadAllBytes(file + SpoiledSample.OriginalSuffix))));

    private static byte[] RandomBytes()
    {
        var bytes = new byte[64 << 10];
        new Random(20261001).NextBytes(bytes);
        return bytes;
    }

    // Cut behind a line, so that what is left of YAML is YAML.
    private static byte[] FirstHalf(byte[] bytes)
    {
        var half = bytes.AsSpan(0, bytes.Length / 2);
        return half[..(half.LastIndexOf((byte)'\n') + 1)].ToArray();
    }

    private static string AliasBomb()
    {
        var text = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        }

        return text.ToString();
    }

    private static string MergeBomb()
    {
        var text = new StringBuilder("a0: &a0 {k0: 0, k1: 1, k2: 2, k3: 3, k4: 4, k5: 5, k6: 6, k7: 7, k8: 8, k9: 9}\n");
        for (var i = 1; i < 30; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{i}: &a{i} {{<<: [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]}}\n");
        }

        return text.ToString();
    }
}
