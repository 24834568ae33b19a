using System.Text.Json.Nodes;
using MlPerf.Endpoints.PrismStandIn;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>Whole commands against the stand-in. Whatever they print or write, the key is not in it.</summary>
public abstract class StandInTests
{
    private protected const string Token = "mlc_fault-tests-c0ffee";

    private protected StandIn Service { get; private set; } = null!;

    private protected TemporaryFolder Folder { get; private set; } = null!;

    [SetUp]
    public async Task StartAsync()
    {
        Service = await StandIn.StartAsync(new StandInOptions { Token = Token });
        Folder = new TemporaryFolder();
        Lay("mini", "v1.0/mini");
    }

    [TearDown]
    public async Task StopAsync()
    {
        await Service.DisposeAsync();
        AssertNoFileHoldsSecrets();
        Folder.Dispose();
    }

    private protected static string[] What => ["--division", "standardized", "--scenario", "cop", "--availability", "available"];

    /// <summary>Seven runs that make a submission, as folders.</summary>
    private protected string[] LayAll()
    {
        string[] fixtures =
        [
            "0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01", "1a7e92d4-0c3f-4e5b-8a61-2f9d7c5b3e02", "2c58f0a6-7b41-4d93-b2e8-903d6e1a4f03", "3d94b7e8-e2a5-46c0-8f17-5a2b8d0c6104", "4e01c9fa-91d6-4b38-a45c-7e6f3b2d8105",
            "5f62da0b-3c87-4f14-9b70-1d8e5c4fa206", "60b3eb1c-d5f8-4a29-86ed-c49a7f60b307",
        ];
        foreach (var fixture in fixtures)
        {
            Lay(fixture, $"v1.0/{fixture}");
        }

        return fixtures;
    }

    /// <summary>The same, registered; their ids.</summary>
    private protected async Task<List<string>> RegisterAllAsync()
    {
        var ids = new List<string>();
        foreach (var folder in LayAll())
        {
            var created = await RunAsync(["runs", "create", "--path", folder, "--quiet"]);
            Assert.That(created.Exit, Is.Zero, created.Error);
            ids.Add(created.Output.Trim());
        }

        return ids;
    }

    private protected async Task<Outcome> RunAsync(string[] args, params (string Name, string Value)[] variables)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var environment = Variables(variables);
        var temporary = Directory.CreateDirectory(Folder.Combine($".temporary-{Guid.NewGuid():N}"));
        var exit = await SubmissionCli.RunAsync(
            args,
            new ToolHost { Environment = environment, WorkingFolder = Folder.FullPath, HomeFolder = Folder.FullPath, Output = output, Error = error, Input = TextReader.Null, TemporaryFolder = temporary.FullName },
            CancellationToken.None);
        Assert.That(temporary.EnumerateFileSystemInfos(), Is.Empty, "temporary files stay behind");
        temporary.Delete();
        AssertNoSecrets($"{output}{error}");
        return new Outcome(exit, output.ToString(), error.ToString());
    }

    private protected Dictionary<string, string> Variables(params (string Name, string Value)[] others)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["MLPERF_API_BASE_URL"] = Service.Address, ["PRISM_USER_API_TOKEN"] = Token };
        foreach (var (name, value) in others)
        {
            environment[name] = value;
        }

        return environment;
    }

    /// <summary>Neither the key nor the query of a presigned link.</summary>
    private protected static void AssertNoSecrets(string written) => Assert.That(written, Does.Not.Contain(Token).And.Not.Contain("sig="));

    private void AssertNoFileHoldsSecrets()
    {
        foreach (var file in Directory.EnumerateFiles(Folder.FullPath, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            AssertNoSecrets(System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)));
        }
    }

    private protected void Lay(string folder, string fixture)
    {
        foreach (var (path, content) in Recordings.Fixture(fixture).Files)
        {
            Write(Folder.Combine(folder, path), content);
        }
    }

    private protected static void Write(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    private protected static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
        {
            Write(Path.Combine(to, Path.GetRelativePath(from, file)), File.ReadAllBytes(file));
        }
    }

    private protected sealed record Outcome(int Exit, string Output, string Error)
    {
        public JsonObject Json => JsonNode.Parse(Output)!.AsObject();
    }
}
