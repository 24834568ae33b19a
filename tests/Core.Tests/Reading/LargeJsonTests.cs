using System.Collections.Frozen;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Testing.Building;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace MlPerf.Endpoints.Core.Tests.Reading;

/// <summary>A JSON file above the limit, of which a format declares what it needs, is read through a window: with the same result as in one piece, and in constant memory.</summary>
public sealed class LargeJsonTests
{
    private static readonly SubmissionPath File = SubmissionPath.Parse("results.json");

    private static readonly FrozenSet<string> Declared = FrozenSet.Create("known", "a", "é");

    private static readonly string[] Texts =
    [
        "", " ", "\n", "{}", "[]", "null", "1", "-1.5e+3", "-Infinity", "NaN", "nul", "tru", "-", "-I", "\"\"", "\"a", "\"\\", "\"\\u00", "\"\\u00e9\"", "\"\\ud83d\\ude80 é 🚀\"", "{\"a\": \"\u0001\"}",
        "{\"a\": 1,\r\n\"b\":\r2}", "\r", "{\r\n\r\n\r}", "{\"a\"\r\n:1,}", "[1, 2, 3", "[1 2]", "{\"a\" 1}", "{1: 2}", "{} x", "{}\uFEFF", "\uFEFF{}", "[01]", "[1.]", "[1e]", "[--1]", "[é]",
        "[NaN, -Infinity, Infinity]", "[NaNa]", "[NaNaN]", "{\"NaN\": NaN, \"a\": [\"NaN\", Infinity]}", "{NaN: 1}", "[1-Infinity]", "Infinit", "[-Infinit]", "[\"\\ud800\", \"\\ud83d\\ude80\\n\"]", "nan",
        "{\"known\": [1, 2, 3], \"more\": [1, 2, 3], \"known\": 4}",
        "{\"big\": [\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\", {\"x\": [\"\\\"\", -1.25, true, null]}], \"known\": {\"é\": \"ü\"}}",
        "{\"big\": \"ééééééééééééééééééééééééééééééééééééééééé\n\"}",
        "{\"big\": \"éééééééééééééééééééé\\u00e9ééééééééééééé\", \"a\": \"ö\", \"small\": \"ä\",\n \"x\": 12345678901234567890123, \"known\": 12345678901234567890123}",
        "{\"big\": [[[[[[[[[[\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"]]]]]]]]], \"known\": 1}",
        "{\"big\": [1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,], \"known\": 1}",
        "{\"big\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "{\"big\": {\"a\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"}\n, \"known\": \"🚀\", \"tail\": [\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"]}\n\n",
    ];

    [TestCaseSource(nameof(Texts))]
    public void Reads_and_refuses_as_in_one_piece(string text) => Compare(Encoding.UTF8.GetBytes(text));

    [Test]
    public void Reads_the_samples_as_in_one_piece()
    {
        var sample = SubmissionBuilder.V1_0();
        var files = sample.Paths.Where(path => path.EndsWith(".json", StringComparison.Ordinal)).ToList();
        Assert.That(files, Is.Not.Empty);
        foreach (var file in files)
        {
            Compare(sample.Read(file));
        }
    }

    [TestCase(new byte[] { (byte)'{', (byte)'\n', 0xE9, (byte)'}' })]
    [TestCase(new byte[] { (byte)'{', (byte)'}', (byte)'\r', (byte)'\n', 0xC3 })]
    [TestCase(new byte[] { (byte)'x', 0xC3, 0xA9, 0xF0, 0x9F, 0x9A, 0x80, 0xFF })]
    [TestCase(new byte[] { (byte)'{', (byte)'}', 0x80, 0x80, 0x80, 0x80, 0x80, 0x80 })]
    [TestCase(new byte[] { (byte)'"', 0xED, 0xA0, 0x80, (byte)'"' })]
    [TestCase(new byte[] { 0xFF, 0xFE, (byte)'{', 0 })]
    [TestCase(new byte[] { 0xF0, 0x9F })]
    public void Refuses_bytes_that_are_no_UTF_8_before_anything_else(byte[] bytes) => Compare(bytes);

    [Property(MaxTest = 300)]
    public Property Any_mixture_of_syntax_is_read_and_refused_as_in_one_piece()
        => Prop.ForAll(
            Arb.From(Gen.ListOf(Gen.Elements("{", "}", "[", "]", ":", ",", "\"", "\"known\":", "\"big\":", "\\", "\\u", "00e9", "1", "-", ".5", "e9", "true", "NaN", "Na", "-Infinity", "Infin", "\\ud800", "\r", "\n", " ", "é", "🚀", "aaaaaaaaaaaaaaaaaaaa"))),
            static fragments => Compare(Encoding.UTF8.GetBytes("{" + string.Concat(fragments))));

    [Property(MaxTest = 300)]
    public Property Any_bytes_are_read_and_refused_as_in_one_piece() => Prop.ForAll<byte[]>(static bytes => Compare(bytes));

    [Test]
    public void Keeps_of_a_file_above_the_limit_what_is_declared()
    {
        var text = $$"""{"responses": ["{{new string('x', 3000)}}"], "known": 5}""";

        var document = DocumentReader.Read(MemorySource.FromTexts("root", [new(File.Value, text)]), File, DocumentLanguage.Json, new ReadLimits { MaxFileBytes = 1000, MaxUnknownBytes = 100 }, Declared);

        Assert.That(Documents.Print(Documents.Root(document)), Is.EqualTo("""{"responses": a value of 3004 bytes, "known": int 5}"""));
    }

    [Test]
    public void Keeps_no_more_than_the_limit()
    {
        var text = $$"""{"responses": ["{{new string('x', 3000)}}"], "known": ["{{new string('y', 3000)}}"]}""";

        var document = DocumentReader.Read(MemorySource.FromTexts("root", [new(File.Value, text)]), File, DocumentLanguage.Json, new ReadLimits { MaxFileBytes = 1000, MaxUnknownBytes = 100 }, Declared);

        Assert.That(document.Problem, Has.Property(nameof(DocumentProblem.ExceedsLimit)).True.And.Property(nameof(DocumentProblem.Detail)).Contains("1000"));
    }

    [Test]
    public void Reads_no_file_above_the_limit_for_reading_through()
    {
        var document = DocumentReader.Read(
            MemorySource.FromTexts("root", [new(File.Value, $$"""{"responses": ["{{new string('x', 3000)}}"]}""")]),
            File, DocumentLanguage.Json, new ReadLimits { MaxFileBytes = 1000, MaxUnknownBytes = 100, MaxStreamedBytes = 2000 }, Declared);

        Assert.That(document.Problem, Has.Property(nameof(DocumentProblem.ExceedsLimit)).True.And.Property(nameof(DocumentProblem.Detail)).Contains("2000"));
    }

    [TestCase(2000, ExpectedResult = null)]
    [TestCase(9000, ExpectedResult = "a text or a number in it has more than 4000 bytes, the most that are read in a file of this size at 1:17")]
    public string? Reads_no_token_above_the_limit(int length)
    {
        var text = $$"""{"responses": [1,"{{new string('x', length)}}"], "known": 5}""";

        var document = DocumentReader.Read(
            MemorySource.FromTexts("root", [new(File.Value, text)]), File, DocumentLanguage.Json, new ReadLimits { MaxFileBytes = 1000, MaxUnknownBytes = 100, MaxTokenBytes = 4000 }, Declared);

        return document.Problem is { ExceedsLimit: true } problem ? $"{problem.Detail} at {problem.Location}" : document.Problem?.Detail;
    }

    [Test]
    public void Says_why_a_large_file_cannot_be_read_on()
    {
        var document = DocumentReader.Read(new Trickle([(byte)'{'], 1) { BreaksOff = true }, File, DocumentLanguage.Json, null, Declared);

        Assert.That(document.Problem, Has.Property(nameof(DocumentProblem.Kind)).EqualTo(DocumentProblemKind.Io).And.Property(nameof(DocumentProblem.Detail)).Contains("the disk is gone"));
    }

    [Test]
    public void Takes_no_more_memory_for_a_larger_file()
    {
        var small = Allocated(8 << 20);
        var large = Allocated(64 << 20);

        Assert.That(large - small, Is.LessThan(1 << 20));

        static long Allocated(long bytes)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var document = DocumentReader.Read(new Endless(bytes), File, DocumentLanguage.Json, new ReadLimits { MaxFileBytes = 1 << 20 }, Declared);
            Assert.That(document.Root?["known"]?.AsInteger, Is.EqualTo((System.Numerics.BigInteger)5));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static bool Compare(byte[] bytes)
    {
        var limits = new ReadLimits { MaxUnknownBytes = 20 };
        var whole = DocumentReader.Read(bytes, File, DocumentLanguage.Json, limits, Declared);
        foreach (var step in (int[])[1, 2, 3, 5, 7, 64])
        {
            var through = DocumentReader.Read(new Trickle(bytes, step), File, DocumentLanguage.Json, limits, Declared);
            Assert.That(through.Problem, Is.EqualTo(whole.Problem), () => $"{step} bytes at a time: {Encoding.UTF8.GetString(bytes)}");
            Assert.That(Placed(through.Root), Is.EqualTo(Placed(whole.Root)), () => $"{step} bytes at a time: {Encoding.UTF8.GetString(bytes)}");
        }

        return true;
    }

    // Values with their places.
    private static string Placed(Node? node) => node is null ? "none" : node.Kind switch
    {
        NodeKind.List => $"{node.Location}[{string.Join(", ", node.Items.Select(Placed))}]",
        NodeKind.Map => $"{node.Location}{{{string.Join(", ", node.Members.Select(member => $"{member.Key.Location} {member.Name}: {Placed(member.Value)}"))}}}",
        _ => $"{node.Location} {Documents.Print(node)}",
    };

    /// <summary>A file that says it is too large, and comes in small pieces.</summary>
    private sealed class Trickle(byte[] bytes, int step) : ISubmissionSource
    {
        public bool BreaksOff { get; init; }

        public string DisplayRoot => "root";

        public EntryKind KindOf(SubmissionPath path) => EntryKind.File;

        public IReadOnlyList<SourceEntry> List(SubmissionPath folder) => [];

        public SourceContent Read(SubmissionPath file, long maxBytes) => new(default, new SourceProblem(SourceProblemKind.TooLarge, "it is too large"));

        public Stream Open(SubmissionPath file) => new Steps(bytes, step, BreaksOff);

        private sealed class Steps(byte[] bytes, int step, bool breaksOff) : MemoryStream(bytes)
        {
            public override int Read(Span<byte> buffer)
                => base.Read(buffer[..Math.Min(step, buffer.Length)]) is var count && count == 0 && breaksOff ? throw new IOException("the disk is gone") : count;
        }
    }

    /// <summary>A file of one large unknown member and a known one, made as it is read.</summary>
    private sealed class Endless(long bytes) : ISubmissionSource
    {
        public string DisplayRoot => "root";

        public EntryKind KindOf(SubmissionPath path) => EntryKind.File;

        public IReadOnlyList<SourceEntry> List(SubmissionPath folder) => [];

        public SourceContent Read(SubmissionPath file, long maxBytes) => new(default, new SourceProblem(SourceProblemKind.TooLarge, "it is too large"));

        public Stream Open(SubmissionPath file) => new Made(bytes);

        private sealed class Made(long bytes) : MemoryStream
        {
            private static readonly byte[] Begin = Encoding.UTF8.GetBytes("{\"responses\": [0");
            private static readonly byte[] Block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(", {\"text\": \"an answer, é\", \"n\": 12.5}\n", 1000)));
            private static readonly byte[] End = Encoding.UTF8.GetBytes("], \"known\": 5}");

            private readonly long _blocksEnd = Begin.Length + (bytes / Block.Length * Block.Length);
            private long _at;

            public override int Read(Span<byte> buffer)
            {
                var rest = _at < Begin.Length ? Begin.AsSpan((int)_at)
                    : _at < _blocksEnd ? Block.AsSpan((int)((_at - Begin.Length) % Block.Length))
                    : End.AsSpan((int)(_at - _blocksEnd));
                var count = Math.Min(rest.Length, buffer.Length);
                rest[..count].CopyTo(buffer);
                _at += count;
                return count;
            }
        }
    }
}
