using MlPerf.Endpoints.Tools;

namespace MlPerf.Endpoints.SubmissionChecker.Tests;

/// <summary>Where a native tool looks for a runtime.</summary>
[Platform(Exclude = "Win", Reason = "The stand-ins are scripts.")]
public sealed class DotnetHostTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Begin() => _folder = new TemporaryFolder();

    [TearDown]
    public void End() => _folder.Dispose();

    [Test]
    public void Own_variable_comes_first_then_the_root_then_the_path()
    {
        var (own, root, path) = (Installation("own"), Installation("root"), Installation("path"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Find(own, root, path), Is.EqualTo(Host(own)));
            Assert.That(Find(Host(own), root, path), Is.EqualTo(Host(own)), "the file itself may be named too");
            Assert.That(Find(null, root, path), Is.EqualTo(Host(root)));
            Assert.That(Find("", "", $"/nowhere:{path}"), Is.EqualTo(Host(path)));
        }
    }

    [Test]
    public void Named_runtime_that_is_missing_is_not_replaced_by_another()
    {
        var path = Installation("path");

        Assert.That(Find("/nowhere/dotnet", path, path, out var problem), Is.Null);
        Assert.That(problem, Is.EqualTo("MLPERF_ENDPOINTS_DOTNET names /nowhere/dotnet, where there is none"));
    }

    [Test]
    public void Passes_over_what_is_no_runtime_of_this_version()
    {
        var (old, plain, path) = (Installation("old", "8.0.1"), Path.Combine(_folder.Path, "plain"), Installation("path"));
        Directory.CreateDirectory(plain);
        File.WriteAllText(Host(plain), "not executable");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Find(null, old, $"{plain}:{path}"), Is.EqualTo(Host(path)));
            Assert.That(Find(null, old, plain, out var problem), Is.Null);
            Assert.That(problem, Is.EqualTo("neither MLPERF_ENDPOINTS_DOTNET nor DOTNET_ROOT names one, and there is none on PATH"));
        }
    }

    [Test]
    public void Link_on_the_path_is_judged_by_what_it_leads_to()
    {
        var links = Directory.CreateDirectory(Path.Combine(_folder.Path, "bin")).FullName;
        File.CreateSymbolicLink(Host(links), Host(Installation("old", "8.0.1")));
        Assert.That(Find(null, null, links), Is.Null);

        File.Delete(Host(links));
        File.CreateSymbolicLink(Host(links), Host(Installation("new")));
        Assert.That(Find(null, null, links), Is.EqualTo(Host(links)));
    }

    private string Installation(string name, string? version = null)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder.Path, name)).FullName;
        Directory.CreateDirectory(Path.Combine(folder, "shared", "Microsoft.NETCore.App", version ?? Environment.Version.ToString()));
        File.WriteAllText(Host(folder), "#!/bin/sh\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Host(folder), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder;
    }

    private static string Host(string folder) => Path.Combine(folder, "dotnet");

    private static string? Find(string? own, string? root, string? path) => Find(own, root, path, out _);

    private static string? Find(string? own, string? root, string? path, out string? problem)
        => DotnetHost.Find(name => name switch { "MLPERF_ENDPOINTS_DOTNET" => own, "DOTNET_ROOT" => root, "PATH" => path, _ => null }, out problem);
}
