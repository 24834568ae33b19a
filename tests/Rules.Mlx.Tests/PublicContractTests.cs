using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using MlPerf.Endpoints.Core.Rules;

namespace MlPerf.Endpoints.Rules.Mlx.Tests;

/// <summary>The pack has no privileges: whatever it does, a pack of anybody's can do.</summary>
public sealed class PublicContractTests
{
    [Test]
    public void Core_opens_itself_to_no_pack()
        => Assert.That(
            typeof(RulePack).Assembly.GetCustomAttributes<InternalsVisibleToAttribute>().Select(friend => friend.AssemblyName),
            Has.None.StartsWith("MlPerf.Endpoints.Rules"));

    [Test]
    public void The_pack_needs_Core_and_the_framework_alone()
        => Assert.That(
            typeof(MlxRules).Assembly.GetReferencedAssemblies().Select(name => name.Name!).Where(name => !name.StartsWith("System.", StringComparison.Ordinal)),
            Is.EqualTo(new[] { "MlPerf.Endpoints.Core" }));

    [Test]
    public void The_pack_compiles_against_the_built_Core_under_a_name_that_nobody_knows()
    {
        // Friends are known by their name: under another one only what is public is seen.
        var folder = Directory.CreateTempSubdirectory("mlx-pack-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "Anybody.Pack.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <LangVersion>latest</LangVersion>
                    <Nullable>enable</Nullable>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <RunAnalyzers>false</RunAnalyzers>
                    <RestoreSources>{folder}</RestoreSources>
                  </PropertyGroup>
                  <ItemGroup>
                    <Compile Include="{Path.Combine(Root(), "src/Rules.Mlx/**/*.cs")}" />
                    <Reference Include="{typeof(RulePack).Assembly.Location}" />
                    <Analyzer Include="{Generator()}" />
                  </ItemGroup>
                </Project>
                """);
            using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", "Anybody.Pack.csproj", "-v", "q", "-nologo", "--disable-build-servers"])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            })!;
            var output = build.StandardOutput.ReadToEnd();
            build.WaitForExit();

            Assert.That(build.ExitCode, Is.Zero, output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Core's package brings it.
    private static string Generator()
        => Path.Combine(Root(), "artifacts/bin/Core.Generators", Path.GetFileName(TestContext.CurrentContext.TestDirectory), "MlPerf.Endpoints.Core.Generators.dll");

    private static string Root()
    {
        var folder = TestContext.CurrentContext.TestDirectory;
        while (!File.Exists(Path.Combine(folder, "MlPerf.Endpoints.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository was not found.");
        }

        return folder;
    }
}
