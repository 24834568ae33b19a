using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Parquet.Serialization;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>The native tool as it is installed, and what it hands over to the managed build in its package.</summary>
[Category("Packaging")]
[Parallelizable(ParallelScope.Children)]
[Category("Slow")]
public sealed class NativeToolTests
{
    private const int SignalTerminate = 15;

    private PackCompiler _packs = null!;
    private string _pack = null!;

    [OneTimeSetUp]
    public void Begin()
    {
        _packs = new PackCompiler();
        _pack = _packs.Compile(_packs.Folder("Acme"), "Acme.Rules", PackCompiler.Rule("house-rule", "Acme.Rules"), "1.0.0.0", PackCompiler.CoreFile);
    }

    [OneTimeTearDown]
    public void End() => _packs.Dispose();

    [Test]
    public void Package_holds_the_executable_and_the_managed_build_and_nothing_else()
    {
        using var package = ZipFile.OpenRead(Path.Combine(PackedFeed.Folder, $"MlPerf.Endpoints.SubmissionChecker.{PackedFeed.Runtime}.{PackedFeed.Version}.nupkg"));
        var tool = package.Entries.Where(entry => entry.FullName.StartsWith("tools/", StringComparison.Ordinal)).Select(entry => entry.FullName).ToList();
        var root = $"tools/any/{PackedFeed.Runtime}/";

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                tool.Where(name => !name.StartsWith(root + "managed/", StringComparison.Ordinal)), Is.EquivalentTo(new[] { root + "submission-checker" + PackedFeed.Executable, root + "DotnetToolSettings.xml" }));
            Assert.That(tool, Does.Contain(root + "managed/submission-checker.dll").And.Contain(root + "managed/submission-checker.runtimeconfig.json"));
            Assert.That(tool.Select(Path.GetExtension), Does.Not.Contain(".pdb").And.Not.Contain(".dbg"));
            Assert.That(new FileInfo(Path.Combine(PackedFeed.Folder, $"MlPerf.Endpoints.SubmissionChecker.{PackedFeed.Runtime}.{PackedFeed.Version}.nupkg")).Length, Is.LessThan(12 << 20));
        }
    }

    [Test]
    public void Checks_without_any_runtime()
        => Assert.That(PackedFeed.WithoutRuntime.Run(PackedFeed.Checker, ["check", Sample]), Does.Contain("PASSED"));

    [Test]
    public void Rules_of_a_pack_are_judged_by_the_managed_build()
    {
        var named = PackedFeed.WithoutRuntime.With("MLPERF_ENDPOINTS_DOTNET", PackedFeed.Dotnet);
        var link = Path.Combine(_packs.Folder("links"), "checker");
        File.CreateSymbolicLink(link, PackedFeed.Checker);
        var response = Path.Combine(_packs.Folder("response"), "arguments.rsp");
        File.WriteAllText(response, $"--rules\n{_pack}\n");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(named.Run(PackedFeed.Checker, ["check", "--rules", _pack, Sample]), Does.Contain("house-rule"));
            Assert.That(named.Run(link, ["check", $"--rules={_pack}", Sample]), Does.Contain("house-rule"));
            Assert.That(named.Run(PackedFeed.Checker, ["rules", $"@{response}"]), Does.Contain("[Acme.Rules]"));
            Assert.That(named.Run(PackedFeed.Checker, ["explain", "--rules", _pack, "house-rule"]), Does.Contain("house-rule"));
            Assert.That(named.Run(PackedFeed.Checker, ["audit", "list", "--rules", _pack]), Does.Contain("output_caching_test"));
            Assert.That(PackedFeed.Shell.Run(PackedFeed.Checker, ["check", "--rules", _pack, Sample]), Does.Contain("house-rule"), "found on the path");
            Assert.That(named.Run(PackedFeed.Checker, ["check", "--rules", "/nowhere/Acme.dll", Sample], exitCode: 3), Does.Contain("/nowhere/Acme.dll"));
        }
    }

    [Test]
    public void Without_a_runtime_or_the_managed_build_it_is_said_what_is_missing()
    {
        var alone = Path.Combine(_packs.Folder("alone"), "submission-checker" + PackedFeed.Executable);
        File.Copy(new FileInfo(PackedFeed.Checker).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? PackedFeed.Checker, alone);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                PackedFeed.WithoutRuntime.Run(PackedFeed.Checker, ["check", "--rules", _pack, Sample], exitCode: 3),
                Does.StartWith("--rules needs the .NET 10 runtime: neither MLPERF_ENDPOINTS_DOTNET nor DOTNET_ROOT names one, and there is none on PATH."));
            Assert.That(
                PackedFeed.Shell.Run(alone, ["check", "--rules", _pack, Sample], exitCode: 3),
                Does.StartWith("--rules needs the managed build of this tool, and ").And.Contain(Path.Combine("managed", "submission-checker.dll")));
        }
    }

    [Test]
    public async Task Parquet_datasets_are_read_by_the_managed_build()
    {
        var config = await ParquetBenchmarkAsync("parquet", "http://127.0.0.1:1");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(PackedFeed.Shell.Run(PackedFeed.Checker, ["audit", "plan", config]), Does.Contain("Dataset: 20 rows"));
            Assert.That(PackedFeed.WithoutRuntime.Run(PackedFeed.Checker, ["audit", "plan", config], exitCode: 3), Does.StartWith("A Parquet dataset needs the .NET 10 runtime"));
        }
    }

    /// <summary>A service manager ends the process that it started: that has to be the one that does the work.</summary>
    [Test]
    [Platform(Exclude = "Win")]
    public async Task Signal_reaches_what_was_handed_over()
    {
        using var endpoint = new TcpListener(IPAddress.Loopback, 0);
        endpoint.Start();
        var config = await ParquetBenchmarkAsync("signal", $"http://127.0.0.1:{((IPEndPoint)endpoint.LocalEndpoint).Port}");
        using var process = PackedFeed.Shell.Serve(PackedFeed.Checker, ["audit", "run", config]);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();

        // Nothing is ever answered; what comes is enough to know that the managed build is at work.
        var asked = endpoint.AcceptTcpClientAsync();
        Assert.That(await Task.WhenAny(asked, process.WaitForExitAsync()), Is.SameAs(asked), () => error.Result);
        using var connection = await asked;
        Assert.That(Kill(process.Id, SignalTerminate), Is.Zero);
        await process.WaitForExitAsync();

        Assert.That(process.ExitCode, Is.EqualTo(130), $"{await output}\n{await error}");
    }

    private static string Sample => Path.Combine(Repository.Root, "samples", "submissions", "v1.0", "standardized");

    private async Task<string> ParquetBenchmarkAsync(string name, string url)
    {
        var folder = _packs.Folder(name);
        await using (var file = File.Create(Path.Combine(folder, "data.parquet")))
        {
            await ParquetSerializer.SerializeAsync(Enumerable.Range(0, 20).Select(row => new Row { Prompt = string.Create(CultureInfo.InvariantCulture, $"Question {row}") }).ToList(), file);
        }

        var config = Path.Combine(folder, "benchmark.yaml");
        await File.WriteAllTextAsync(config, $$"""
            type: online
            model_params: {name: m}
            datasets: [{path: "{{Path.Combine(folder, "data.parquet")}}", parser: {prompt: Prompt} }]
            settings:
              load_pattern: {type: concurrency, target_concurrency: 4}
              runtime: {min_duration_ms: 0}
            endpoint_config: {endpoints: ["{{url}}"]}
            report_dir: "{{Path.Combine(folder, "out")}}"
            audit: {test: output_caching_test, samples: 10, only: true}
            """);
        return config;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    /// <summary>A row of the dataset.</summary>
    public sealed class Row
    {
        public string? Prompt { get; set; }
    }
}
