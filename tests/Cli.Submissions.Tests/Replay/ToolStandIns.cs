using System.Text;
using System.Text.Json.Nodes;

namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>Stand-ins of <c>gh</c> and <c>git</c>: they write down how they are called and answer as a recording says.</summary>
internal sealed class ToolStandIns
{
    private const string PullRequest = "https://github.example/MLCommons-Systems/test-endpoints-submission-repo/pull/57";

    private readonly string _log;

    public ToolStandIns(string folder, JsonNode? given)
    {
        Folder = folder;
        Directory.CreateDirectory(folder);
        _log = Path.Combine(folder, "calls.log");
        var remote = Path.Combine(folder, "remote");
        Directory.CreateDirectory(remote);
        foreach (var (path, content) in given?["remote_repo"]?.AsObject() ?? [])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(remote, path))!);
            File.WriteAllBytes(Path.Combine(remote, path), Recordings.Content(content!));
        }

        foreach (var tool in given?["on_path"]?.AsArray().Select(tool => tool!.GetValue<string>()) ?? ["gh", "git"])
        {
            var script = Path.Combine(folder, tool);
            File.WriteAllText(script, Script(tool, given?["tools"]?.AsObject(), remote));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
    }

    public string Folder { get; }

    /// <summary>Every call: command line, working folder.</summary>
    public IReadOnlyList<(string[] Arguments, string WorkingFolder)> Calls
        => !File.Exists(_log) ? []
            : [.. File.ReadAllText(_log).Split("\u001e\n", StringSplitOptions.RemoveEmptyEntries).Select(call => call.Split("\u001f")).Select(parts => (parts[1..], parts[0]))];

    private string Script(string tool, JsonObject? answers, string remote)
    {
        var script = new StringBuilder("#!/bin/sh\n");
        script.Append($"{{ printf '%s\\037%s' \"$PWD\" {tool}; for a in \"$@\"; do printf '\\037%s' \"$a\"; done; printf '\\036\\n'; }} >> '{_log}'\n");
        script.Append($"case \"{tool} $*\" in\n");
        foreach (var (prefix, answer) in answers ?? [])
        {
            script.Append($"\"{prefix}\"*) printf '%s' '{answer!["stdout"]?.GetValue<string>()}'; printf '%s' '{answer["stderr"]?.GetValue<string>()}' >&2; exit {answer["exit"]?.GetValue<int>() ?? 0};;\n");
        }

        script.Append($"\"gh repo clone\"*) mkdir -p \"$4\"; cp -r '{remote}/.' \"$4\";;\n");
        script.Append($"\"gh pr create\"*) echo {PullRequest};;\n");
        script.Append("\"git status\"*) echo 'A  file';;\n");
        return script.Append("esac\n").ToString();
    }
}
