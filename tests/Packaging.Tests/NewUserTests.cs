using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>The packages as somebody meets them who has nothing of this repository: in a folder elsewhere, with a feed and a package cache of its own and a version that never was.</summary>
[Category("Packaging")]
[Parallelizable(ParallelScope.Children)]
public sealed class NewUserTests
{
    private string _folder = null!;
    private string _feed = null!;
    private string _version = null!;
    private Shell _shell = null!;

    [OneTimeSetUp]
    public void Pack()
    {
        _folder = Directory.CreateTempSubdirectory("mlperf-new-user-").FullName;
        _feed = Directory.CreateDirectory(Path.Combine(_folder, "feed")).FullName;
        _version = $"0.2.0-t{Guid.NewGuid().ToString("N")[..8]}";
        _shell = new Shell(_folder, new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_folder, "packages"),
            ["DOTNET_CLI_HOME"] = Path.Combine(_folder, "home"),
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
        });

        // Everything restored below looks into the feed besides the sources that the machine is set up with.
        File.WriteAllText(Path.Combine(_folder, "Directory.Build.props"), $"<Project><PropertyGroup><RestoreAdditionalProjectSources>{_feed}</RestoreAdditionalProjectSources></PropertyGroup></Project>");

        var repository = new Shell(Repository.Root, new Dictionary<string, string> { ["DOTNET_NOLOGO"] = "1" });
        // One tool stands for all where packages per runtime identifier are concerned: each takes half a minute to compile ahead.
        repository.Run(
            "dotnet",
            [
                "msbuild", "build/Pack.proj", "-m", "-v:q", $"-p:Version={_version}", $"-p:PackageOutputPath={_feed}", $"-p:ArtifactsPath={Path.Combine(_folder, "artifacts")}",
                "-p:RunAnalyzers=false", "-p:ToolRuntimes=any", "-p:CheckerRuntimes=linux-x64%3Bany",
            ]);
    }

    [OneTimeTearDown]
    public void CleanUp() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Packages_carry_readme_icon_licence_documentation_and_symbols()
    {
        foreach (var package in new[] { "Core", "Rules.Builtin", "Rules.Mlx", "Testing", "Audits", "Audits.Parquet", "Prism.Client" })
        {
            using var archive = ZipFile.OpenRead(Path.Combine(_feed, $"MlPerf.Endpoints.{package}.{_version}.nupkg"));
            var names = archive.Entries.Select(entry => entry.FullName).ToList();
            using var reader = new StreamReader(archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
            var nuspec = reader.ReadToEnd();

            using (Assert.EnterMultipleScope())
            {
                Assert.That(names, Does.Contain("README.md").And.Contain("icon.png").And.Contain($"lib/net10.0/MlPerf.Endpoints.{package}.xml"));
                Assert.That(nuspec, Does.Contain("<license type=\"expression\">Apache-2.0</license>").And.Contain("<readme>README.md</readme>").And.Contain("<repository type=\"git\""));
                Assert.That(File.Exists(Path.Combine(_feed, $"MlPerf.Endpoints.{package}.{_version}.snupkg")), Is.True);
            }
        }
    }

    [Test]
    public void From_template_to_a_finding_in_an_application()
    {
        _shell.Run("dotnet", ["new", "install", $"MlPerf.Endpoints.Templates@{_version}", "--add-source", _feed]);
        _shell.Run("dotnet", ["new", "mlperf-rulepack", "-n", "Contoso.Rules", "-o", "Contoso.Rules"]);
        var pack = Path.Combine(_folder, "Contoso.Rules");
        Assert.That(_shell.Run("dotnet", ["test"], pack), Does.Contain("Passed!"));
        _shell.Run("dotnet", ["pack", "src", "-c", "Release", "-o", "packages"], pack);
        _shell.Run("dotnet", ["nuget", "push", Path.Combine("packages", "Contoso.Rules.1.0.0.nupkg"), "--source", _feed], pack);

        _shell.Run("dotnet", ["tool", "install", "MlPerf.Endpoints.SubmissionChecker", "--version", _version, "--add-source", _feed, "--tool-path", Path.Combine(_folder, "tools")]);
        var tool = Path.Combine(_folder, "tools", "submission-checker");
        var rules = Path.Combine(pack, "src", "bin", "Release", "net10.0", "Contoso.Rules.dll");
        var checkedByTool = _shell.Run(tool, ["check", "--rules", rules, Sample("standardized")]);
        Assert.That(checkedByTool, Does.Contain("warning house-point-count: 7 points, at least 9 are wanted").And.Contain("PASSED"));
        Assert.That(_shell.Run(tool, ["explain", "--rules", rules, "house-point-count"]), Does.Contain("Seven are enough for the rules"));
        Assert.That(_shell.Run(tool, ["rules", "--rules", rules]), Does.Contain("house-point-count").And.Contain("[Contoso.Rules]"));

        _shell.Run("dotnet", ["new", "console", "-n", "App", "-o", "App"]);
        var application = Path.Combine(_folder, "App");
        _shell.Run("dotnet", ["add", "package", "Contoso.Rules", "--version", "1.0.0"], application);
        _shell.Run("dotnet", ["add", "package", "MlPerf.Endpoints.Core", "--version", _version], application);
        File.WriteAllText(Path.Combine(application, "Program.cs"), ProgramOfTheTutorial());
        Assert.That(_shell.Run("dotnet", ["run", "--", Sample("standardized")], application), Does.Contain("Contoso.Rules says house-point-count: 7 points"));
    }

    [Test]
    public void The_submission_tools_install_and_run()
    {
        var tools = Path.Combine(_folder, "submission-tools");
        foreach (var (package, tool) in new[] { ("SubmissionCli", "endpoints-submission-cli"), ("SubmissionMcp", "endpoints-submission-mcp") })
        {
            _shell.Run("dotnet", ["tool", "install", $"MlPerf.Endpoints.{package}", "--version", _version, "--add-source", _feed, "--tool-path", tools]);
            using var archive = ZipFile.OpenRead(Path.Combine(_feed, $"MlPerf.Endpoints.{package}.any.{_version}.nupkg"));
            var names = archive.Entries.Select(entry => entry.FullName).ToList();
            Assert.That(names, Does.Contain("README.md").And.Contain("icon.png").And.Contain($"tools/net10.0/any/{tool}.dll"));
        }

        var cli = Path.Combine(tools, "endpoints-submission-cli");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_shell.Run(cli, ["--version"]).Trim(), Is.EqualTo($"endpoints-submission-cli {_version}"));
            Assert.That(_shell.Run(cli, ["check-submission", Sample("standardized")]), Does.Contain("PASSED"));
            Assert.That(_shell.Run(Path.Combine(tools, "endpoints-submission-mcp"), ["--help"]), Does.Contain("Model Context Protocol"));
        }
    }

    [Test]
    public void Samples_run_against_the_packages()
    {
        Assert.That(_shell.Run("dotnet", ["run", "--project", Project("EmbedTheChecker"), .. AgainstPackages, "--", Sample("ten-faults")], exitCode: 1), Does.Contain("failed: 8 errors"));

        var port = FreePort();
        using var service = _shell.Serve("dotnet", ["run", "--project", Project("AspNetService"), .. AgainstPackages, "--", "--urls", $"http://127.0.0.1:{port}"]);
        try
        {
            var archive = Path.Combine(_folder, "upload.zip");
            ZipFile.CreateFromDirectory(Sample("standardized"), archive);
            Assert.That(Upload(port, archive), Does.Contain("\"passed\": true").And.Contain("\"spec\": \"v1.0\""));
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            service.WaitForExit();
        }
    }

    /// <summary>The MLX pack has no privileges: its sources build under another name against the packed Core alone.</summary>
    [Test]
    public void A_pack_with_a_format_builds_against_the_packed_core()
    {
        var (source, copy) = (Path.Combine(Repository.Root, "src", "Rules.Mlx"), Path.Combine(_folder, "Contoso.Mlx"));
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".cs" or ".json" or ".md"))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(Path.Combine(copy, "Contoso.Mlx.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <RootNamespace>MlPerf.Endpoints.Rules.Mlx</RootNamespace>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MlPerf.Endpoints.Core" Version="{_version}" />
                <EmbeddedResource Include="Data/**" LogicalName="data/%(RecursiveDir)%(Filename)%(Extension)" />
              </ItemGroup>
            </Project>
            """);

        _shell.Run("dotnet", ["build", "-v", "q"], copy);
    }

    // The sample's own switch; what is built goes elsewhere, so that the repository's own build stays as it is.
    private string[] AgainstPackages =>
    [
        "-p:UsePackages=true", $"-p:MlPerfEndpointsVersion={_version}", $"-p:RestoreAdditionalProjectSources={_feed}", $"-p:ArtifactsPath={Path.Combine(_folder, "samples")}", "-p:RunAnalyzers=false",
    ];

    // The last code that the tutorial shows.
    private static string ProgramOfTheTutorial()
    {
        var tutorial = File.ReadAllText(Path.Combine(Repository.Root, "docs", "writing-rules.md"));
        var begin = tutorial.LastIndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;
        return tutorial[begin..tutorial.IndexOf("```\n", begin, StringComparison.Ordinal)];
    }

    private static string Project(string sample) => Path.Combine(Repository.Root, "samples", sample);

    private static string Sample(string name) => Path.Combine(Repository.Root, "samples", "submissions", "v1.0", name);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Upload(int port, string archive)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(2) };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var content = new ByteArrayContent(File.ReadAllBytes(archive));
                using var answer = client.PostAsync(new Uri($"http://127.0.0.1:{port}/check"), content).GetAwaiter().GetResult();
                return answer.Content.ReadAsStringAsync().GetAwaiter().GetResult();
            }
            catch (HttpRequestException) when (attempt < 240)
            {
                // The service is still being built; there is nothing to wait on but its port.
                using var pause = new ManualResetEventSlim();
                pause.Wait(TimeSpan.FromMilliseconds(500));
            }
        }
    }
}
