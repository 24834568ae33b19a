using System.Text;
using MlPerf.Endpoints.Core.Checking;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Rules.Mlx.Formats;

namespace MlPerf.Endpoints.Rules.Mlx.Tests.Formats;

public sealed class EnvelopeLinesTests
{
    [TestCase("", "")]
    [TestCase("\n \r\n\t\n", "")]
    [TestCase("a", "1:a")]
    [TestCase("a\n", "1:a")]
    [TestCase("a\n\nb\r\nc", "1:a 3:b\r 4:c")]
    [TestCase("abcdefghij\nb", "1:10! 2:b")]
    [TestCase("b\nabcdefghijklmnopqrstuvw", "1:b 2:23!")]
    [TestCase("abcdefgh\nabcdefghi\nabc", "1:abcdefgh 2:9! 3:abc")]
    public void Splits_at_line_feeds_however_the_bytes_come(string text, string expected)
    {
        foreach (var chunk in (int[])[1, 2, 3, 7, 100])
        {
            using var stream = new Trickle(Encoding.UTF8.GetBytes(text), chunk);

            var lines = EnvelopeLines.Read(stream, maxLineBytes: 8).Select(line => line.IsTooLong ? $"{line.Number}:{line.LengthBytes}!" : $"{line.Number}:{Encoding.UTF8.GetString(line.Utf8.Span)}");

            Assert.That(string.Join(' ', lines), Is.EqualTo(expected), $"{chunk} bytes at once");
        }
    }

    [Test]
    public void A_large_file_is_read_in_constant_memory()
    {
        const int documents = 200_000;
        var line = Encoding.UTF8.GetBytes(Envelopes.Valid + "\n");
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var report = Envelopes.Check(new RepeatedLine(line, documents));
        var after = GC.GetTotalMemory(forceFullCollection: true);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Passed);
            Assert.That(report.Results, Has.Length.EqualTo(10_001));
            Assert.That(report.Results[0].Message, Does.StartWith("190000 further envelopes"));
            Assert.That(after - before, Is.LessThan(16 << 20), "of 42 MB read, and of any number more");
        }

        GC.KeepAlive(report);
    }

    [Test]
    public void Faults_beyond_the_bound_are_counted()
    {
        var report = Envelopes.Check(new RepeatedLine(Encoding.UTF8.GetBytes("{}\n"), 10_005));

        Assert.That(report.Errors.Count(error => error.Key is "required"), Is.EqualTo(80_000));
        Assert.That(report.Errors.Single(error => error.Key is "unlisted-invalid").Message, Does.StartWith("5 further"));
    }

    private sealed class Trickle(byte[] bytes, int chunk) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, chunk)]);
    }

    // A file that is never held: the same line over and over.
    private sealed class RepeatedLine(byte[] line, int count) : ISubmissionSource
    {
        public string DisplayRoot => "large.jsonl";

        public EntryKind KindOf(SubmissionPath path) => path.IsRoot ? EntryKind.File : EntryKind.Missing;

        public IReadOnlyList<SourceEntry> List(SubmissionPath folder) => [];

        public SourceContent Read(SubmissionPath file, long maxBytes) => throw new NotSupportedException("The file is too large to be read whole.");

        public Stream Open(SubmissionPath file) => new Repeating(line, count);
    }

    private sealed class Repeating(byte[] line, int count) : Stream
    {
        private int _left = count;
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var written = 0;
            while (_left > 0 && written < buffer.Length)
            {
                var part = Math.Min(line.Length - _at, buffer.Length - written);
                line.AsSpan(_at, part).CopyTo(buffer[written..]);
                written += part;
                _at += part;
                if (_at == line.Length)
                {
                    (_at, _left) = (0, _left - 1);
                }
            }

            return written;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
