using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Parquet;
using MlPerf.Endpoints.Audits.Runner.Adapters;
using MlPerf.Endpoints.Audits.Runner.Datasets;
using Parquet;
using Parquet.Serialization;

namespace MlPerf.Endpoints.Audits.Tests.Datasets;

public sealed class ParquetDatasetReaderTests
{
    private static readonly Row[] Rows =
    [
        new() { Prompt = "Wie heißt das?", Seconds = 2.5, Seed = 7, IsShort = true, Stop = ["a", "b"], Messages = [new() { Role = "user", Content = "hi" }] },
        new() { Prompt = "What is 2 + 2?", Seconds = double.NaN, Stop = [] },
    ];

    [TestCase(CompressionMethod.None)]
    [TestCase(CompressionMethod.Snappy)]
    [TestCase(CompressionMethod.Gzip)]
    [TestCase(CompressionMethod.Zstd)]
    public async Task Reads_rows_with_texts_numbers_lists_and_structures(CompressionMethod compression)
    {
        var rows = new ParquetDatasetReader().Read(await FileAsync(compression));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rows, Has.Count.EqualTo(2));
            Assert.That(rows[0]["Prompt"].GetString(), Is.EqualTo("Wie heißt das?"));
            Assert.That(rows[0]["Seconds"].GetDouble(), Is.EqualTo(2.5));
            Assert.That(rows[0]["Seed"].GetRawText(), Is.EqualTo("7"));
            Assert.That(rows[0]["IsShort"].GetBoolean(), Is.True);
            Assert.That(rows[0]["Stop"].GetRawText(), Is.EqualTo("""["a","b"]"""));
            Assert.That(rows[0]["Messages"].GetRawText(), Is.EqualTo("""[{"Role":"user","Content":"hi"}]"""));
            Assert.That(rows[1]["Prompt"].GetString(), Is.EqualTo("What is 2 + 2?"));
            Assert.That(rows[1].ContainsKey("Seed"), Is.False, "a null cell is absent");
            Assert.That(rows[1].ContainsKey("Seconds"), Is.False, "a number that JSON cannot write is absent");
        }
    }

    [Test]
    public async Task Makes_requests_of_a_Parquet_dataset()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Join(folder.Path, "data.parquet");
        await File.WriteAllBytesAsync(file, await FileAsync(CompressionMethod.Snappy));
        var dataset = new DatasetConfiguration("data", IsPerformance: true, file) { Parser = [KeyValuePair.Create("prompt", "Prompt")] };

        var table = new DatasetLoader(new ParquetDatasetReader()).Load(dataset, new ChatAdapter());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Rows.Select(row => row.Text("prompt")), Is.EqualTo(Rows.Select(row => row.Prompt)));
            Assert.That(() => new DatasetLoader().Load(dataset, new ChatAdapter()), Throws.TypeOf<AuditException>().With.Message.Contains("'.parquet' is none of .csv, .json, .jsonl"));
        }
    }

    [Test]
    public async Task Refuses_what_is_no_Parquet()
    {
        var whole = await FileAsync(CompressionMethod.None);

        using (Assert.EnterMultipleScope())
        {
            foreach (var bad in (byte[][])[[], "PAR1"u8.ToArray(), "PAR1PAR1PAR1"u8.ToArray(), "{\"prompt\": \"text\"}\n"u8.ToArray(), whole[..^20], whole[40..]])
            {
                Assert.That(() => new ParquetDatasetReader().Read(bad), Throws.TypeOf<FormatException>().With.Message.StartsWith("the file is no Parquet that can be read"));
            }
        }
    }

    [Test]
    public async Task Refuses_damaged_files_or_reads_them_and_never_throws_anything_else()
    {
        var whole = await FileAsync(CompressionMethod.Snappy);
        var random = new Random(7);
        var (read, refused) = (0, 0);
        for (var run = 0; run < 300; run++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                _ = new ParquetDatasetReader().Read(damaged);
                read++;
            }
            catch (FormatException)
            {
                refused++;
            }
        }

        // Anything else that was thrown has failed the test already; what is left is that the damage was real, and not all of it fatal.
        Assert.That(new[] { read, refused }, Is.All.Positive);
    }

    private static async Task<byte[]> FileAsync(CompressionMethod compression)
    {
        using var stream = new MemoryStream();
        await ParquetSerializer.SerializeAsync(Rows, stream, new ParquetOptions { CompressionMethod = compression });
        return stream.ToArray();
    }

#pragma warning disable CA1034, CA1819, CA2227, CA1002 // The library makes files of public classes with settable lists.
    public sealed class Row
    {
        public string? Prompt { get; set; }

        public double? Seconds { get; set; }

        public int? Seed { get; set; }

        public bool? IsShort { get; set; }

        public List<string>? Stop { get; set; }

        public List<Message>? Messages { get; set; }
    }

    public sealed class Message
    {
        public string? Role { get; set; }

        public string? Content { get; set; }
    }
#pragma warning restore CA1034, CA1819, CA2227, CA1002
}
