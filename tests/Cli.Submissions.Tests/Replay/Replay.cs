using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MlPerf.Endpoints.SubmissionCli.Tests.Replay;

/// <summary>One replay: what was laid out, run, and left behind.</summary>
internal sealed partial class Replay
{
    private readonly JsonObject _recording;
    private readonly string _release;
    private readonly string _work;
    private readonly string _home;
    private readonly Placeholders _placeholders;
    private readonly Dictionary<string, byte[]> _before;

    private Replay(JsonObject recording, string release, string work, string home, Placeholders placeholders)
    {
        _recording = recording;
        _release = release;
        _work = work;
        _home = home;
        _placeholders = placeholders;
        _before = Snapshot();
    }

    public required ReplaySession Session { get; init; }

    public required ToolStandIns Tools { get; init; }

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public int ExitCode { get; private set; }

    public IReadOnlyList<ReplayRequest> Requests => Session.Requests;

    private JsonObject[] Exchanges => [.. _recording["exchanges"]!.AsArray().Select(exchange => exchange!.AsObject()).Where(exchange => exchange["request"]!["host"]!.GetValue<string>() is not "registry")];

    /// <param name="server">Answers as recorded.</param>
    /// <param name="release">Whose recording it is.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="folder">Where everything is laid out.</param>
    /// <param name="options">Options before the command, besides those that the release needs.</param>
    public static async Task<Replay> RunAsync(ReplayServer server, string release, JsonObject recording, TemporaryFolder folder, params string[] options)
    {
        var work = folder.Combine("work");
        var home = folder.Combine("home");
        Directory.CreateDirectory(work);
        Directory.CreateDirectory(home);
        var given = recording["given"];
        Lay(given, work);
        var tools = new ToolStandIns(folder.Combine("bin"), given);
        var (session, placeholders) = Open(server, recording, work, home);
        var replay = new Replay(recording, release, work, home, placeholders) { Session = session, Tools = tools };
        await replay.ExecuteAsync(folder.Combine("temporary"), options);
        return replay;
    }

    /// <summary>The surroundings of a recording of the assistants' server, laid out.</summary>
    public static (ToolHost Host, ReplaySession Session, Placeholders Placeholders) Surroundings(ReplayServer server, JsonObject recording, TemporaryFolder folder)
    {
        var work = folder.Combine("work");
        var home = folder.Combine("home");
        Directory.CreateDirectory(work);
        Directory.CreateDirectory(home);
        Lay(recording["given"], work);
        var (session, placeholders) = Open(server, recording, work, home);
        var host = new ToolHost
        {
            Environment = (recording["env"]?.AsObject() ?? []).ToDictionary(pair => pair.Key, pair => placeholders.Fill(pair.Value!.GetValue<string>()), StringComparer.Ordinal),
            WorkingFolder = work,
            HomeFolder = home,
            Output = TextWriter.Null,
            Error = TextWriter.Null,
            Input = TextReader.Null,
        };
        return (host, session, placeholders);
    }

    public void AssertNoToken()
    {
        foreach (var written in new[] { Output, Error }.Concat(Snapshot().Values.Select(System.Text.Encoding.UTF8.GetString)))
        {
            Assert.That(written, Does.Not.Contain(Placeholders.Token));
            Assert.That(written, Does.Not.Contain("sig="), "the query of a presigned link");
        }
    }

    public void AssertRequests()
    {
        var expected = Exchanges;
        var asked = Requests.Select(request => $"{request.Method} {request.Host} {request.Path}").ToArray();
        Assert.That(asked, Is.EqualTo(expected.Select(exchange => Line(exchange["request"]!))), $"exit {ExitCode}: {Error}");
        for (var at = 0; at < expected.Length; at++)
        {
            new RequestComparison(_recording, _release, _placeholders, _work).Assert(expected[at]["request"]!.AsObject(), Requests[at]);
        }
    }

    public void AssertTools()
    {
        var expected = (_recording["tools"]?.AsArray() ?? []).Select(call => string.Join(' ', call!["argv"]!.AsArray().Select(part => part!.GetValue<string>())) + " @ " + call["cwd"]!.GetValue<string>());
        var calls = Tools.Calls.Select(call => Normalize(string.Join(' ', call.Arguments) + " @ " + call.WorkingFolder));
        Assert.That(calls, Is.EqualTo(expected), Error);
    }

    /// <param name="withLog">Whether the check's log counts.</param>
    public void AssertFiles(bool withLog = true)
    {
        var after = Snapshot();
        var written = after.Where(file => !_before.TryGetValue(file.Key, out var old) || !old.AsSpan().SequenceEqual(file.Value)).Select(file => Timestamp().Replace(file.Key, "<TIMESTAMP>")).ToArray();
        Assert.That(written, Is.EquivalentTo((_recording["files_written"]?.AsObject() ?? []).Select(file => file.Key).Where(file => withLog || !file.StartsWith("submission_checker_", StringComparison.Ordinal))), Error);
    }

    public void AssertOutput()
    {
        if (_recording["stdout_facts"]?["json"] is { } json && Output.TrimStart().StartsWith(json is JsonArray ? '[' : '{') && !_recording["argv"]!.AsArray().Any(part => part!.GetValue<string>() is "check-submission"))
        {
            Assert.That(JsonComparison.Differences(json, JsonNode.Parse(Output), _placeholders), Is.Empty);
        }

        foreach (var mention in (_recording["stdout_facts"]?["mentions"]?.AsArray() ?? []).Concat(_recording["stderr_facts"]?["mentions"]?.AsArray() ?? []).Select(mention => mention!.GetValue<string>()))
        {
            if (Guid.TryParse(mention, out _) || mention.StartsWith("https://github", StringComparison.Ordinal))
            {
                Assert.That(Output + Error, Does.Contain(mention));
            }
        }
    }

    private string Line(JsonNode request) => $"{request["method"]} {request["host"]} {request["path"]!.GetValue<string>()}";

    private async Task ExecuteAsync(string temporary, string[] options)
    {
        Directory.CreateDirectory(temporary);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = $"{Tools.Folder}:/usr/bin:/bin", ["HOME"] = _home };
        if (_recording["given"]?["on_path"] is not null)
        {
            environment["PATH"] = Tools.Folder;
        }

        foreach (var (name, value) in _recording["env"]?.AsObject() ?? [])
        {
            environment[name] = _placeholders.Fill(value!.GetValue<string>());
        }

        using var output = new StringWriter(CultureInfo.InvariantCulture);
        using var error = new StringWriter(CultureInfo.InvariantCulture);
        var stdin = _recording["given"]?["stdin"]?.GetValue<string>();
        var host = new ToolHost
        {
            Environment = environment,
            WorkingFolder = _recording["given"]?["cwd"] is { } cwd ? Path.Combine(_work, cwd.GetValue<string>()) : _work,
            HomeFolder = _home,
            Output = output,
            Error = error,
            Input = new StringReader(stdin ?? ""),
            TemporaryFolder = temporary,
        };
        ExitCode = await SubmissionCli.RunAsync([.. Prefix(), .. options, .. _recording["argv"]!.AsArray().Select(part => _placeholders.Fill(part!.GetValue<string>()))], host, CancellationToken.None);
        Output = output.ToString();
        Error = error.ToString();
        Assert.That(Directory.EnumerateFileSystemEntries(temporary), Is.Empty, "temporary files stay behind");
    }

    private IEnumerable<string> Prefix()
    {
        yield return "--reference-behaviour";
        yield return "--spec";
        yield return _release is "1.5.3.0" ? "v1.0" : "v0.7";
        if (_release is "0.1.1.10")
        {
            // That release has its pull-request steps switched off.
            yield return "--no-pr";
        }

        if (_recording["checker"] is not null)
        {
            yield return "--no-check";
        }

        if (_recording["limits"] is not null)
        {
            yield return "--timeout";
            yield return "0.6";
        }
    }

    private static (ReplaySession Session, Placeholders Placeholders) Open(ReplayServer server, JsonObject recording, string work, string home)
    {
        Placeholders? placeholders = null;
        var exchanges = new JsonArray([.. recording["exchanges"]!.AsArray().Where(exchange => exchange!["request"]!["host"]!.GetValue<string>() is not "registry").Select(exchange => exchange!.DeepClone())]);
        var session = server.Open((api, storage) =>
        {
            placeholders = new Placeholders(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["<API>"] = api,
                ["<STORAGE>"] = storage,
                ["<CWD>"] = work,
                ["<HOME>"] = home,
                ["<TOKEN>"] = Placeholders.Token,
                ["<REFUSED>"] = "http://127.0.0.1:9",
                ["<HOST>"] = "127.0.0.1",
            });
            return new ReplaySession(exchanges, placeholders);
        });
        return (session, placeholders!);
    }

    private static void Lay(JsonNode? given, string work)
    {
        foreach (var (folder, fixture) in given?["lay_out"]?.AsObject() ?? [])
        {
            foreach (var (path, content) in Recordings.Fixture(fixture!.GetValue<string>()).Files)
            {
                Write(Path.Combine(work, folder, path), content);
            }
        }

        foreach (var folder in given?["dirs"]?.AsArray() ?? [])
        {
            Directory.CreateDirectory(Path.Combine(work, folder!.GetValue<string>()));
        }

        foreach (var (path, content) in given?["files"]?.AsObject() ?? [])
        {
            if (content is null)
            {
                File.Delete(Path.Combine(work, path));
            }
            else
            {
                Write(Path.Combine(work, path), Recordings.Content(content));
            }
        }
    }

    private static void Write(string file, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    private Dictionary<string, byte[]> Snapshot()
    {
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (root, prefix) in new[] { (_work, ""), (_home, "<HOME>/") })
        {
            foreach (var file in Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
            {
                files[prefix + Path.GetRelativePath(root, file)] = File.ReadAllBytes(file);
            }
        }

        return files;
    }

    private string Normalize(string text) => WorkFolder().Replace(text, "<WORK>").Replace(_work, "<CWD>", StringComparison.Ordinal);

    [GeneratedRegex(@"\d{8}_\d{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"/[^ ]*/mlperf-endpoints-[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WorkFolder();
}
