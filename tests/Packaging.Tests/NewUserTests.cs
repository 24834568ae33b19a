using System.IO.Compression;
using System.Net;
using System.Net.Sockets;

namespace MlPerf.Endpoints.Packaging.Tests;

/// <summary>The packages as somebody meets them who has nothing of this repository: in a folder elsewhere, with a feed and a package cache of its own and a version that never was.</summary>
[Category("Packaging")]
[Parallelizable(ParallelScope.Children)]
[Category("Slow")]
public sealed class NewUserTests
{
    [Test]
    public void Packages_carry_readme_icon_licence_documentation_and_symbols()
    {
        foreach (var package in new[] { "Core", "Rules.Builtin", "Rules.Mlx", "Testing", "Audits", "Audits.Parquet", "Prism.Client" })
        {
            using var archive = ZipFile.OpenRead(Path.Combine(PackedFeed.Folder, $"MlPerf.Endpoints.{package}.{PackedFeed.Version}.nupkg"));
            var names = archive.Entries.Select(entry => entry.FullName).ToList();
            using var reader = new StreamReader(archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open());
            var nuspec = reader.ReadToEnd();

            using (Assert.EnterMultipleScope())
            {
                Assert.That(names, Does.Contain("README.md").And.Contain("icon.png").And.Contain($"lib/net10.0/MlPerf.Endpoints.{package}.xml"));
                Assert.That(nuspec, Does.Contain("<license type=\"expression\">Apache-2.0</license>").And.Contain("<readme>README.md</readme>").And.Contain("<repository type=\"git\""));
                Assert.That(File.Exists(Path.Combine(PackedFeed.Folder, $"MlPerf.Endpoints.{package}.{PackedFeed.Version}.snupkg")), Is.True);
            }
        }
    }

    [Test]
    public void From_template_to_a_finding_in_an_application()
    {
        PackedFeed.Shell.Run("dotnet", ["new", "install", $"MlPerf.Endpoints.Templates@{PackedFeed.Version}", "--add-source", PackedFeed.Folder]);
        PackedFeed.Shell.Run("dotnet", ["new", "mlperf-rulepack", "-n", "Contoso.Rules", "-o", "Contoso.Rules"]);
        var pack = Path.Combine(PackedFeed.Root, "Contoso.Rules");
        Assert.That(PackedFeed.Shell.Run("dotnet", ["test"], pack), Does.Contain("Passed!"));
        PackedFeed.Shell.Run("dotnet", ["pack", "src", "-c", "Release", "-o", "packages"], pack);
        PackedFeed.Shell.Run("dotnet", ["nuget", "push", Path.Combine("packages", "Contoso.Rules.1.0.0.nupkg"), "--source", PackedFeed.Folder], pack);

        var tool = PackedFeed.Checker;
        var rules = Path.Combine(pack, "src", "bin", "Release", "net10.0", "Contoso.Rules.dll");
        var checkedByTool = PackedFeed.Shell.Run(tool, ["check", "--rules", rules, Sample("standardized")]);
        Assert.That(checkedByTool, Does.Contain("warning house-point-count: 7 points, at least 9 are wanted").And.Contain("PASSED"));
        Assert.That(PackedFeed.Shell.Run(tool, ["explain", "--rules", rules, "house-point-count"]), Does.Contain("Seven are enough for the rules"));
        Assert.That(PackedFeed.Shell.Run(tool, ["rules", "--rules", rules]), Does.Contain("house-point-count").And.Contain("[Contoso.Rules]"));
        Assert.That(PackedFeed.WithoutRuntime.Run(tool, ["check", "--rules", rules, Sample("standardized")], exitCode: 3), Does.Contain("needs the .NET 10 runtime"));

        PackedFeed.Shell.Run("dotnet", ["new", "console", "-n", "App", "-o", "App"]);
        var application = Path.Combine(PackedFeed.Root, "App");
        PackedFeed.Shell.Run("dotnet", ["add", "package", "Contoso.Rules", "--version", "1.0.0"], application);
        PackedFeed.Shell.Run("dotnet", ["add", "package", "MlPerf.Endpoints.Core", "--version", PackedFeed.Version], application);
        File.WriteAllText(Path.Combine(application, "Program.cs"), ProgramOfTheTutorial());
        Assert.That(PackedFeed.Shell.Run("dotnet", ["run", "--", Sample("standardized")], application), Does.Contain("Contoso.Rules says house-point-count: 7 points"));
    }

    [Test]
    public void The_submission_tools_install_and_run()
    {
        foreach (var (package, tool) in new[] { ("SubmissionCli", "endpoints-submission-cli"), ("SubmissionMcp", "endpoints-submission-mcp") })
        {
            PackedFeed.Install($"MlPerf.Endpoints.{package}", tool);
            using var archive = ZipFile.OpenRead(Path.Combine(PackedFeed.Folder, $"MlPerf.Endpoints.{package}.any.{PackedFeed.Version}.nupkg"));
            var names = archive.Entries.Select(entry => entry.FullName).ToList();
            Assert.That(names, Does.Contain("README.md").And.Contain("icon.png").And.Contain($"tools/net10.0/any/{tool}.dll"));
        }

        var tools = Path.Combine(PackedFeed.Root, "tools");
        var cli = Path.Combine(tools, "endpoints-submission-cli");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(PackedFeed.Shell.Run(cli, ["--version"]).Trim(), Is.EqualTo($"endpoints-submission-cli {PackedFeed.Version}"));
            Assert.That(PackedFeed.Shell.Run(cli, ["check-submission", Sample("standardized")]), Does.Contain("PASSED"));
            Assert.That(PackedFeed.Shell.Run(Path.Combine(tools, "endpoints-submission-mcp"), ["--help"]), Does.Contain("Model Context Protocol"));
        }
    }

    /// <summary>As a release packs them, system by system.</summary>
    [Test]
    public void The_submission_tools_install_and_run_natively()
    {
        var version = PackedFeed.Version + ".native";
        foreach (var (project, package, tool) in new[] { ("Cli.Submissions", "SubmissionCli", "endpoints-submission-cli"), ("Cli.SubmissionMcp", "SubmissionMcp", "endpoints-submission-mcp") })
        {
            foreach (var runtime in new string[][] { [], ["-r", PackedFeed.Runtime] })
            {
                PackedFeed.Build(["pack", $"src/{project}", .. runtime, "-v", "q", "-p:PackTools=true", $"-p:ToolRuntimes={PackedFeed.Runtime}", $"-p:Version={version}", "-o", PackedFeed.Folder]);
            }

            var tools = Path.Combine(PackedFeed.Root, "native-tools");
            PackedFeed.Shell.Run("dotnet", ["tool", "install", $"MlPerf.Endpoints.{package}", "--version", version, "--add-source", PackedFeed.Folder, "--tool-path", tools]);
            Assert.That(PackedFeed.WithoutRuntime.Run(Path.Combine(tools, tool), ["--help"]), Is.Not.Empty);
        }

        var cli = Path.Combine(PackedFeed.Root, "native-tools", "endpoints-submission-cli");
        Assert.That(PackedFeed.WithoutRuntime.Run(cli, ["check-submission", Sample("standardized")]), Does.Contain("PASSED"));
    }

    [Test]
    public void Samples_run_against_the_packages()
    {
        Assert.That(PackedFeed.Shell.Run("dotnet", ["run", "--project", Project("EmbedTheChecker"), .. AgainstPackages, "--", Sample("ten-faults")], exitCode: 1), Does.Contain("failed: 8 errors"));

        var port = FreePort();
        using var service = PackedFeed.Shell.Serve("dotnet", ["run", "--project", Project("AspNetService"), .. AgainstPackages, "--", "--urls", $"http://127.0.0.1:{port}"]);
        try
        {
            var archive = Path.Combine(PackedFeed.Root, "upload.zip");
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
        var (source, copy) = (Path.Combine(Repository.Root, "src", "Rules.Mlx"), Path.Combine(PackedFeed.Root, "Contoso.Mlx"));
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
                <PackageReference Include="MlPerf.Endpoints.Core" Version="{PackedFeed.Version}" />
                <EmbeddedResource Include="Data/**" LogicalName="data/%(RecursiveDir)%(Filename)%(Extension)" />
              </ItemGroup>
            </Project>
            """);

        PackedFeed.Shell.Run("dotnet", ["build", "-v", "q"], copy);
    }

    /// <summary>No warning of the native compiler, which finds all that would fail while it runs.</summary>
    [Test]
    public void A_native_application_embeds_the_checker_and_a_pack_by_its_index()
    {
        var host = Directory.CreateDirectory(Path.Combine(PackedFeed.Root, "NativeHost")).FullName;
        File.WriteAllText(Path.Combine(host, "NativeHost.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <PublishAot>true</PublishAot>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="MlPerf.Endpoints.Rules.Builtin" Version="{PackedFeed.Version}" />
                <PackageReference Include="MlPerf.Endpoints.Rules.Mlx" Version="{PackedFeed.Version}" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(host, "Program.cs"), """
            using MlPerf.Endpoints.Core.Checking;
            using MlPerf.Endpoints.Core.Rules;
            using MlPerf.Endpoints.Core.Sources;
            using MlPerf.Endpoints.Rules.Builtin;
            using MlPerf.Endpoints.Rules.Mlx;

            var catalogue = new RuleCatalogueBuilder().AddRulesFrom(BuiltinRules.Index).AddRulesFrom(MlxRules.Index).Build();
            var report = new SubmissionChecker(new FolderSource(args[0]), new CheckerOptions(), catalogue).Run();
            Console.WriteLine($"{catalogue.Packs.Length} packs: passed {report.Passed}");
            """);

        // The compiler is large, and the machine that packed has it.
        PackedFeed.Shell.With("NUGET_FALLBACK_PACKAGES", MachinePackages()).Run("dotnet", ["publish", "-r", PackedFeed.Runtime, "-o", "published", "-v", "q"], host);
        Assert.That(
            PackedFeed.WithoutRuntime.Run(Path.Combine(host, "published", "NativeHost" + PackedFeed.Executable), [Sample("standardized")]).Trim(), Is.EqualTo("2 packs: passed True"));
    }

    private static string MachinePackages()
        => Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    // The sample's own switch; what is built goes elsewhere, so that the repository's own build stays as it is.
    private string[] AgainstPackages =>
    [
        "-p:UsePackages=true", $"-p:MlPerfEndpointsVersion={PackedFeed.Version}", $"-p:RestoreAdditionalProjectSources={PackedFeed.Folder}", $"-p:ArtifactsPath={Path.Combine(PackedFeed.Root, "samples")}", "-p:RunAnalyzers=false",
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
