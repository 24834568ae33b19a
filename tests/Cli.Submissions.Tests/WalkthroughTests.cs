using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MlPerf.Endpoints.SubmissionCli.Tests;

/// <summary>The commands of samples/PrismSandbox/README.md, run as they are printed.</summary>
[Platform(Exclude = "Win")]
public sealed class WalkthroughTests
{
    [Test]
    public async Task The_sandbox_does_what_its_readme_shows()
    {
        var readme = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "samples", "PrismSandbox", "README.md"));
        var commands = readme.SkipWhile(line => line is not "```console").Skip(1).TakeWhile(line => line is not "```").Select(line => line[2..]).ToArray();
        using var folder = new TemporaryFolder();
        foreach (var part in new[] { "samples", "src" })
        {
            Directory.CreateSymbolicLink(folder.Combine(part), Path.Combine(Repository.Root, part));
        }

        // Built by this test's project; what the sandbox writes stays in the test's own folder.
        Directory.CreateDirectory(folder.Combine("artifacts"));
        Directory.CreateSymbolicLink(folder.Combine("artifacts", "bin"), Path.Combine(Repository.Root, "artifacts", "bin"));
        var variables = new Dictionary<string, string> { ["NO_BUILD"] = "1", ["SANDBOX_PORT"] = FreePort(), ["SANDBOX_CONFIGURATION"] = Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)) };

        var outcome = await ToolProcess.RunAsync(folder.FullPath, variables, "bash", "-c", string.Join('\n', commands.Prepend("set -e").Prepend("trap '[ -z \"${SANDBOX_PID:-}\" ] || kill \"$SANDBOX_PID\"' ERR")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(commands, Has.Length.EqualTo(5));
            Assert.That(outcome.ExitCode, Is.Zero, outcome.Error);
            Assert.That(outcome.Error, Does.Contain("Made submission"));
            Assert.That(outcome.Output, Does.Contain("COMPLIANCE_CHECKING").And.Contain("NX8 H200 Liquid").And.Contain("cnn_dailymail"));
            Assert.That(File.ReadAllLines(folder.Combine("artifacts", "sandbox", "ids")), Has.Length.EqualTo(7));
        }
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
