using System.Text;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Validation;

namespace MlPerf.Endpoints.Rules.Mlx.Tests.Conformance;

/// <summary>Whatever stands in a file, there is a report that fails it; never an exception, and never a rule that failed.</summary>
public sealed class BadInputTests
{
    private const int Depth = 50_000;

    public static IEnumerable<TestCaseData> Inputs()
    {
        return new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["nothing"] = [],
            ["a NUL"] = [0],
            ["UTF-16"] = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Envelopes.Valid)).ToArray(),
            ["a byte order mark"] = Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Envelopes.Valid)).ToArray(),
            ["a broken byte"] = Encoding.Latin1.GetBytes(Envelopes.Valid.Replace("\"o\"", "\"\u00ff\"", StringComparison.Ordinal)),
            ["a half surrogate in UTF-8"] = Bytes(Envelopes.Valid, "\"o\"", [(byte)'"', 0xED, 0xA0, 0x80, (byte)'"']),
            ["random bytes"] = RandomBytes(4096),
            ["open brackets"] = Encoding.ASCII.GetBytes(new string('[', Depth * 40)),
            ["open braces"] = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", Depth))),
            ["deep and closed"] = Encoding.ASCII.GetBytes(new string('[', Depth) + new string(']', Depth)),
            ["a long number"] = Encoding.ASCII.GetBytes("{\"seed\":" + new string('9', 200_000) + "}"),
            ["many members"] = Encoding.ASCII.GetBytes("{" + string.Join(",", Enumerable.Range(0, 100_000).Select(number => $"\"m{number}\":0")) + "}"),
            ["one name over and over"] = Encoding.ASCII.GetBytes("{" + string.Join(",", Enumerable.Repeat("\"seed\":\"x\"", 100_000)) + "}"),
            ["a text without an end"] = Encoding.ASCII.GetBytes("{\"" + new string('a', 1 << 20)),
            ["an escape without an end"] = "{\"\\u12"u8.ToArray(),
            ["a comment"] = Encoding.UTF8.GetBytes("// run\n" + Envelopes.Valid),
            ["a trailing comma"] = Encoding.UTF8.GetBytes(Envelopes.Valid[..^1] + ",}"),
            ["two documents"] = Encoding.UTF8.GetBytes(Envelopes.Valid + Envelopes.Valid),
            ["a raw control character"] = Encoding.UTF8.GetBytes(Envelopes.Valid.Replace("\"o\"", "\"\u0001\"", StringComparison.Ordinal)),
            ["a leading zero"] = Encoding.UTF8.GetBytes(Envelopes.Valid.Replace(":1}", ":01}", StringComparison.Ordinal)),
            ["a plus sign"] = Encoding.UTF8.GetBytes(Envelopes.Valid.Replace(":1}", ":+1}", StringComparison.Ordinal)),
            ["a list"] = "[]"u8.ToArray(),
            ["a text"] = "\"envelope\""u8.ToArray(),
            ["null"] = "null"u8.ToArray(),
            ["a literal behind a duplicate"] = Encoding.UTF8.GetBytes(Envelopes.Valid.Insert(1, "\"seed\":NaN,\"seed\":1,")),
        }.Select(input => new TestCaseData(input.Value).SetArgDisplayNames(input.Key));
    }

    [TestCaseSource(nameof(Inputs))]
    public void A_file_fails_with_a_place(byte[] utf8)
    {
        var report = Envelopes.Check("run.json", utf8);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Passed, Is.False);
            Assert.That(report.HasRuleFailures, Is.False);
            Assert.That(report.Errors.Select(error => error.DisplayFile), Is.All.EqualTo("run.json"));
            Assert.That(report.Errors.Select(error => error.Message), Is.All.Not.Empty);
            Assert.That(MlxValidator.Default.IsValid(utf8), Is.False);
            Assert.That(report.ToJson(), Is.Not.Empty);
        }
    }

    [TestCaseSource(nameof(Inputs))]
    public void A_line_costs_that_line_only(byte[] utf8)
    {
        var line = utf8.Where(b => b != '\n').ToArray();
        byte[] file = [.. Encoding.UTF8.GetBytes(Envelopes.Valid + "\n"), .. line, .. Encoding.UTF8.GetBytes("\n" + Envelopes.Valid)];

        var report = Envelopes.Check("runs.jsonl", file);

        Assert.That(report.Results.Where(result => result.Key is "pass").Select(result => result.Line), Is.EqualTo(new[] { 1, 3 }));
        Assert.That(report.Errors.Select(error => error.Line).Distinct(), Is.EqualTo(line.AsSpan().ContainsAnyExcept(" \t\r"u8) ? new int?[] { 2 } : []));
    }

    [Test]
    public void Deep_values_in_the_open_part_of_a_row_are_valid([Values(10, 200, 1020, 2000, 20_000)] int depth)
    {
        var text = Envelopes.Valid.Replace("[]", "[{\"name\":\"n\",\"metric\":\"m\",\"value\":1,\"unit\":\"u\",\"raw\":" + new string('[', depth) + new string(']', depth) + "}]", StringComparison.Ordinal);

        Assert.That(Envelopes.Check("run.json", text).Passed);
    }

    [Test]
    public void Every_changed_byte_of_a_document_gives_a_report()
    {
        var random = new Random(7);
        foreach (var known in EnvelopeCase.All)
        {
            if (known.Utf8.Length == 0)
            {
                continue;
            }

            var changed = (byte[])known.Utf8.Clone();
            for (var change = 0; change < 10; change++)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
                Assert.That(Envelopes.Check("run.json", changed).HasRuleFailures, Is.False, known.Name);
            }
        }
    }

    [Test]
    public void Special_files_are_findings()
    {
        var folder = Directory.CreateTempSubdirectory("mlx-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "sub.json"));
            File.CreateSymbolicLink(Path.Combine(folder, "out.json"), "/etc/hostname");
            File.CreateSymbolicLink(Path.Combine(folder, "out.jsonl"), "/etc/hostname");
            File.CreateSymbolicLink(Path.Combine(folder, "loop.json"), "loop.json");

            var report = Envelopes.Check(new FolderSource(folder));

            Assert.That(report.Errors.Select(error => (error.Path, error.Key)), Is.EqualTo(new[] { ("loop.json", "unreadable"), ("out.json", "unreadable"), ("out.jsonl", "unreadable") }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(42).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Bytes(string text, string part, byte[] by)
    {
        var at = text.IndexOf(part, StringComparison.Ordinal);
        return [.. Encoding.UTF8.GetBytes(text[..at]), .. by, .. Encoding.UTF8.GetBytes(text[(at + part.Length)..])];
    }
}
