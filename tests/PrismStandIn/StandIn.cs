using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MlPerf.Endpoints.PrismStandIn;

/// <summary>A stand-in of the PRISM service: its API and its object storage on one port, faults on demand.</summary>
public sealed class StandIn : IAsyncDisposable
{
    private static readonly JsonSerializerOptions FaultForm = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private readonly WebApplication _application;
    private readonly StandInOptions _options;
    private readonly StandInState _state;
    private readonly string? _temporary;
    private readonly List<Strike> _strikes = [];

    private StandIn(WebApplication application, StandInOptions options, StandInState state, string? temporary)
    {
        _application = application;
        _options = options;
        _state = state;
        _temporary = temporary;
    }

    /// <summary>Where it listens.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Every request so far: verb and path.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>The runs as they are now.</summary>
    public IReadOnlyList<JsonNode> Runs => Copy(_state.Runs);

    /// <summary>The submissions as they are now.</summary>
    public IReadOnlyList<JsonNode> Submissions => Copy(_state.Submissions);

    /// <summary>Starts on loopback.</summary>
    public static async Task<StandIn> StartAsync(StandInOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var temporary = options.StateFolder is null ? Directory.CreateTempSubdirectory("prism-stand-in-").FullName : null;
        var folder = options.StateFolder ?? temporary!;
        Directory.CreateDirectory(folder);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var application = builder.Build();
        var service = new StandIn(application, options, new StandInState(folder, options.StateFolder), temporary);
        application.Run(service.AnswerAsync);
        await application.StartAsync().ConfigureAwait(false);
        service.Address = application.Urls.Single();
        return service;
    }

    /// <summary>Makes something go wrong.</summary>
    public void Arrange(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_strikes)
        {
            _strikes.Add(new Strike(fault));
        }
    }

    /// <summary>The archive that was uploaded for a run or submission; null where none was.</summary>
    /// <param name="kind"><c>runs</c> or <c>submissions</c>.</param>
    /// <param name="id">Its id.</param>
    public string? ArchiveFile(string kind, string id) => File.Exists(_state.ArchiveOf(kind, id)) ? _state.ArchiveOf(kind, id) : null;

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitForShutdownAsync() => _application.WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync().ConfigureAwait(false);
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }
    }

    private List<JsonNode> Copy(JsonObject records)
    {
        lock (_state.Gate)
        {
            return records.Select(record => record.Value!.DeepClone()).ToList();
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        if (path is "/stand-in/faults" && context.Request.Method is "POST")
        {
            await TakeFaultAsync(context).ConfigureAwait(false);
            return;
        }

        Requests.Enqueue($"{context.Request.Method} {path}");
        if (Due(context.Request.Method, path) is { } fault)
        {
            await StrikeAsync(context, fault, path).ConfigureAwait(false);
            return;
        }

        await HandleAsync(context, path).ConfigureAwait(false);
    }

    /// <summary>Faults can be ordered over HTTP too, from a shell beside the sandbox.</summary>
    private async Task TakeFaultAsync(HttpContext context)
    {
        try
        {
            Arrange(await JsonSerializer.DeserializeAsync<Fault>(context.Request.Body, FaultForm).ConfigureAwait(false) ?? throw new JsonException("a fault is an object"));
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (JsonException exception)
        {
            await JsonAsync(context, StatusCodes.Status400BadRequest, Detail(exception.Message)).ConfigureAwait(false);
        }
    }

    private Fault? Due(string method, string path)
    {
        lock (_strikes)
        {
            return _strikes.Find(strike => strike.Matches(method, path)) is { } strike ? strike.Take() : null;
        }
    }

    private async Task StrikeAsync(HttpContext context, Fault fault, string path)
    {
        await Task.Delay(fault.DelayMilliseconds, context.RequestAborted).ConfigureAwait(false);
        if (fault.IsDelayOnly)
        {
            await HandleAsync(context, path).ConfigureAwait(false);
            return;
        }

        if (fault.Hangs)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default).ConfigureAwait(false);
            return;
        }

        if (fault.CarriesOut)
        {
            var body = context.Response.Body;
            context.Response.Body = Stream.Null;
            await HandleAsync(context, path).ConfigureAwait(false);
            context.Response.Body = body;
            context.Abort();
            return;
        }

        if (fault.CutAfterBytes is { } bytes)
        {
            if (bytes > 0)
            {
                context.Response.ContentLength = bytes + 4096;
                await context.Response.Body.WriteAsync(new byte[bytes]).ConfigureAwait(false);
                await context.Response.Body.FlushAsync().ConfigureAwait(false);
            }

            context.Abort();
            return;
        }

        context.Response.StatusCode = fault.Status ?? StatusCodes.Status200OK;
        if (fault.RetryAfterSeconds is { } seconds)
        {
            context.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        await context.Response.WriteAsync(fault.Body ?? "{\"detail\":\"fault on demand\"}").ConfigureAwait(false);
    }

    private async Task HandleAsync(HttpContext context, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is ["storage", var kind, var id])
        {
            await StorageAsync(context, kind, id).ConfigureAwait(false);
            return;
        }

        if (context.Request.Headers["X-API-Key"] != _options.Token)
        {
            await JsonAsync(context, StatusCodes.Status401Unauthorized, Detail("the API key is not known")).ConfigureAwait(false);
            return;
        }

        var body = await BodyAsync(context).ConfigureAwait(false);
        var (status, answer) = Api(context.Request.Method, parts, context.Request.Query.ContainsKey("include_runs"), body);
        if (status == StatusCodes.Status204NoContent)
        {
            context.Response.StatusCode = status;
            return;
        }

        await JsonAsync(context, status, answer).ConfigureAwait(false);
    }

    private (int Status, JsonNode? Answer) Api(string method, string[] parts, bool withRuns, JsonObject? body)
    {
        lock (_state.Gate)
        {
            var answer = (method, parts) switch
            {
                ("GET", ["runs"]) => Ok(new JsonArray([.. _state.Runs.Select(run => Summary(run.Value!.AsObject()))])),
                ("POST", ["runs"]) => CreateRun(body),
                ("GET", ["runs", var id]) => Found(_state.Runs, id, run => run.DeepClone()),
                ("DELETE", ["runs", var id]) => DeleteRun(id),
                ("PATCH", ["runs", var id, "pin"]) => Change(_state.Runs, id, run => { run["pinned"] = true; run["expires_at"] = null; }),
                ("PATCH", ["runs", var id, "unpin"]) => Change(_state.Runs, id, run => { run["pinned"] = false; run["expires_at"] = "2031-01-01T00:00:00+00:00"; }),
                ("GET", ["submissions"]) => Ok(new JsonArray([.. _state.Submissions.Select(submission => WithSummary(submission.Value!.AsObject()))])),
                ("POST", ["submissions"]) => CreateSubmission(body),
                ("GET", ["submissions", var id]) => Found(_state.Submissions, id, submission => withRuns ? WithRuns(submission) : submission.DeepClone()),
                ("PATCH", ["submissions", var id]) => Change(_state.Submissions, id, submission => Merge(submission, body)),
                ("DELETE", ["submissions", var id]) => Change(_state.Submissions, id, submission => submission["status"] = "WITHDRAWN"),
                ("POST", ["submissions", var id, "runs", var run]) => Change(_state.Submissions, id, submission => submission["run_ids"]!.AsArray().Add(run)),
                ("DELETE", ["submissions", var id, "runs", var run]) => Change(_state.Submissions, id, submission => RemoveRun(submission, run)),
                ("GET", [var kind, var id, "archive", "upload-url"]) => Link(kind, id, "upload_url", 3600),
                ("GET", [var kind, var id, "archive"]) => File.Exists(_state.ArchiveOf(kind, id)) ? Link(kind, id, "download_url", 300) : NotFound("archive"),
                ("DELETE", [var kind, var id, "archive"]) => DeleteArchive(kind, id),
                _ => NotFound("path"),
            };
            _state.Save();
            return answer;
        }
    }

    private (int, JsonNode?) CreateRun(JsonObject? body)
    {
        if (Behind(body) is { } refused)
        {
            return refused;
        }

        if (body is null || Missing(body, "benchmark_version", "started_at", "finished_at", "system_info", "config", "result_summary") is { } missing && missing.Length > 0)
        {
            return (StatusCodes.Status422UnprocessableEntity, new JsonObject { ["detail"] = new JsonArray(new JsonObject { ["loc"] = new JsonArray("body"), ["msg"] = "Field required", ["type"] = "missing" }) });
        }

        var run = (JsonObject)body.DeepClone();
        var id = Guid.NewGuid().ToString("D");
        run["id"] = id;
        run["user_id"] = "sandbox";
        run["pinned"] ??= false;
        run["is_test"] ??= false;
        run["is_valid"] = true;
        run["api_version"] = "stand-in";
        run["archive_uri"] = null;
        _state.Runs[id] = run;
        return (StatusCodes.Status201Created, run.DeepClone());
    }

    private (int, JsonNode?) CreateSubmission(JsonObject? body)
    {
        if (Behind(body) is { } refused)
        {
            return refused;
        }

        if (body is null || Missing(body, "division", "scenario", "availability", "run_ids") is { Length: > 0 })
        {
            return (StatusCodes.Status422UnprocessableEntity, Detail("a field is missing"));
        }

        if (body["run_ids"]!.AsArray().FirstOrDefault(run => !_state.Runs.ContainsKey(run!.GetValue<string>())) is { } unknown)
        {
            return (StatusCodes.Status422UnprocessableEntity, Detail($"run {unknown} is not known"));
        }

        var submission = (JsonObject)body.DeepClone();
        var id = Guid.NewGuid().ToString("D");
        submission["id"] = id;
        submission["user_id"] = "sandbox";
        submission["status"] = "COMPLIANCE_CHECKING";
        submission["created_at"] = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", System.Globalization.CultureInfo.InvariantCulture);
        submission["pr_url"] = null;
        submission["pr_number"] = null;
        _state.Submissions[id] = submission;
        return (StatusCodes.Status201Created, submission.DeepClone());
    }

    private (int, JsonNode?)? Behind(JsonObject? body)
    {
        if (body?["cli_version"]?.GetValue<string>() is not { } level || !Version.TryParse(level, out var stated) || !Version.TryParse(_options.NewestCliVersion, out var newest))
        {
            return null;
        }

        return stated.Major < newest.Major || (stated.Major == newest.Major && stated.Minor < newest.Minor)
            ? (StatusCodes.Status426UpgradeRequired, Detail($"client {level} is too old; the newest is {_options.NewestCliVersion}"))
            : null;
    }

    private (int, JsonNode?) DeleteRun(string id)
    {
        if (_state.Submissions.Any(submission => submission.Value!["status"]?.GetValue<string>() is not "WITHDRAWN" && submission.Value!["run_ids"]!.AsArray().Any(run => run!.GetValue<string>() == id)))
        {
            return (StatusCodes.Status409Conflict, Detail("the run is part of a submission"));
        }

        return _state.Runs.Remove(id) ? (StatusCodes.Status204NoContent, null) : NotFound("run");
    }

    private (int, JsonNode?) DeleteArchive(string kind, string id)
    {
        if (!File.Exists(_state.ArchiveOf(kind, id)))
        {
            return NotFound("archive");
        }

        File.Delete(_state.ArchiveOf(kind, id));
        return (StatusCodes.Status204NoContent, null);
    }

    private (int, JsonNode?) Link(string kind, string id, string member, int seconds)
        => (kind is "runs" ? _state.Runs : _state.Submissions).ContainsKey(id)
            ? Ok(new JsonObject { [member] = $"{Address}/storage/{kind}/{id}?sig={Guid.NewGuid():N}", ["expires_in"] = seconds, ["archive_uri"] = $"stand-in://{kind}/{id}" })
            : NotFound(kind);

    private async Task StorageAsync(HttpContext context, string kind, string id)
    {
        var file = _state.ArchiveOf(kind, id);
        if (context.Request.Headers.ContainsKey("X-API-Key") || !context.Request.Query.ContainsKey("sig"))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("<Error><Code>SignatureDoesNotMatch</Code></Error>").ConfigureAwait(false);
            return;
        }

        if (context.Request.Method is "PUT")
        {
            var temporary = $"{file}.{Guid.NewGuid():N}";
            var target = File.Create(temporary);
            await using (target.ConfigureAwait(false))
            {
                await context.Request.Body.CopyToAsync(target, context.RequestAborted).ConfigureAwait(false);
            }

            File.Move(temporary, file, overwrite: true);
            return;
        }

        if (!File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentLength = new FileInfo(file).Length;
        await context.Response.SendFileAsync(file).ConfigureAwait(false);
    }

    private static (int, JsonNode?) Found(JsonObject records, string id, Func<JsonObject, JsonNode> answer)
        => records[id] is JsonObject record ? Ok(answer(record)) : NotFound("record");

    private static (int, JsonNode?) Change(JsonObject records, string id, Action<JsonObject> change)
    {
        if (records[id] is not JsonObject record)
        {
            return NotFound("record");
        }

        change(record);
        return Ok(record.DeepClone());
    }

    private JsonObject WithRuns(JsonObject submission)
    {
        var copy = (JsonObject)submission.DeepClone();
        copy["runs"] = new JsonArray([.. submission["run_ids"]!.AsArray().Select(id => _state.Runs[id!.GetValue<string>()]?.DeepClone())]);
        return copy;
    }

    /// <summary>A submission as lists show it: with the names of its systems, models and data sets.</summary>
    private JsonObject WithSummary(JsonObject submission)
    {
        var copy = (JsonObject)submission.DeepClone();
        var runs = submission["run_ids"]!.AsArray().Select(id => _state.Runs[id!.GetValue<string>()]).OfType<JsonObject>().ToArray();
        copy["systems"] = new JsonArray([.. runs.Select(run => Text(run, "system_info", "system_name")).OfType<string>().Distinct(StringComparer.Ordinal).Select(name => JsonValue.Create(name))]);
        copy["model_datasets"] = new JsonArray([.. runs.Select(run => (Model: Text(run, "config", "model_params", "name"), Dataset: Text(run, "point_config", "dataset"))).Distinct()
            .Select(pair => new JsonObject { ["model"] = pair.Model, ["dataset"] = pair.Dataset })]);
        return copy;
    }

    private static string? Text(JsonNode? node, params string[] path)
    {
        foreach (var name in path)
        {
            node = (node as JsonObject)?[name];
        }

        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
    }

    private static JsonObject Summary(JsonObject run) => new()
    {
        ["id"] = run["id"]!.DeepClone(),
        ["model"] = run["config"]?["model_params"]?["name"]?.DeepClone(),
        ["concurrency"] = run["config"]?["settings"]?["load_pattern"]?["target_concurrency"]?.DeepClone(),
        ["started_at"] = run["started_at"]?.DeepClone(),
        ["finished_at"] = run["finished_at"]?.DeepClone(),
    };

    private static void Merge(JsonObject record, JsonObject? changes)
    {
        foreach (var (name, value) in changes ?? [])
        {
            record[name] = value?.DeepClone();
        }
    }

    private static void RemoveRun(JsonObject submission, string run)
    {
        var runs = submission["run_ids"]!.AsArray();
        if (runs.FirstOrDefault(id => id!.GetValue<string>() == run) is { } found)
        {
            runs.Remove(found);
        }
    }

    private static string[] Missing(JsonObject body, params string[] names) => [.. names.Where(name => !body.ContainsKey(name))];

    private static (int, JsonNode?) Ok(JsonNode answer) => (StatusCodes.Status200OK, answer);

    private static (int, JsonNode?) NotFound(string what) => (StatusCodes.Status404NotFound, Detail($"no such {what}"));

    private static JsonObject Detail(string text) => new() { ["detail"] = text };

    private static async Task<JsonObject?> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentLength is null or 0)
        {
            return null;
        }

        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, documentOptions: new JsonDocumentOptions { MaxDepth = 1000 }).ConfigureAwait(false) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task JsonAsync(HttpContext context, int status, JsonNode? answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer?.ToJsonString() ?? "null");
    }
}
