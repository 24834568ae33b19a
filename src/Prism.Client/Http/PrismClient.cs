using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Options;
using MlPerf.Endpoints.Prism.Client.Models;

namespace MlPerf.Endpoints.Prism.Client.Http;

/// <summary>Typed access to the PRISM service: runs, submissions, and their archives.</summary>
/// <remarks>GETs and transfers to storage are retried where that is safe; nothing that creates or deletes is ever repeated: where its answer
/// is lost, <see cref="PrismException.IsOutcomeUnknown"/> says so. Safe for use by several threads.</remarks>
/// <example><code>
/// services.AddPrismClient(options => options.Token = Environment.GetEnvironmentVariable("PRISM_USER_API_TOKEN"));
/// await foreach (var run in provider.GetRequiredService&lt;PrismClient&gt;().ListRunsAsync())
/// {
///     Console.WriteLine($"{run.Id} {run.Model} {run.Concurrency}");
/// }
/// </code></example>
public sealed partial class PrismClient
{
    /// <summary>Name of the HTTP client that calls the API.</summary>
    public const string ApiClientName = "MlPerf.Endpoints.Prism.Api";

    /// <summary>Name of the HTTP client that calls object storage; it never sees the key.</summary>
    public const string StorageClientName = "MlPerf.Endpoints.Prism.Storage";

    private readonly PrismTransport _transport;
    private readonly PrismClientOptions _options;

    /// <summary>A client whose connections come from a factory; see <c>AddPrismClient</c>.</summary>
    public PrismClient(IHttpClientFactory factory, IOptions<PrismClientOptions> options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(factory);
        ArgumentNullException.ThrowIfNull(options);
        _options = options.Value;
        _transport = new PrismTransport(() => factory.CreateClient(ApiClientName), () => factory.CreateClient(StorageClientName), _options, time ?? TimeProvider.System);
    }

    /// <summary>The level that <c>cli_version</c> states.</summary>
    public string CliVersion => _options.CliVersion;

    private static PrismCall Get(string path) => new(HttpMethod.Get, path);

    private static PrismCall Delete(string path) => new(HttpMethod.Delete, path);

    private async IAsyncEnumerable<JsonElement> ListAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var answer = await _transport.JsonAsync(Get(path), cancellation).ConfigureAwait(false);
        if (answer.ValueKind is not JsonValueKind.Array)
        {
            throw new PrismException(PrismErrorKind.Malformed, $"GET {path}: the answer is no list.") { Call = $"GET {path}" };
        }

        foreach (var item in answer.EnumerateArray())
        {
            yield return item.ValueKind is JsonValueKind.Object
                ? item
                : throw new PrismException(PrismErrorKind.Malformed, $"GET {path}: the list holds something that is no object.") { Call = $"GET {path}" };
        }
    }

    private static JsonElement ObjectOf(JsonElement answer, string call)
        => answer.ValueKind is JsonValueKind.Object ? answer : throw new PrismException(PrismErrorKind.Malformed, $"{call}: the answer is no object.") { Call = call };

    private static string RunPath(string id, bool isRead, PrismClientOptions options) => $"/runs/{PathId(id, isRead, options)}";

    private static string SubmissionPath(string id, bool isRead, PrismClientOptions options) => $"/submissions/{PathId(id, isRead, options)}";

    /// <summary>Ids as they stand in paths: UUIDs in lower case. Nothing that could lead to another object passes.</summary>
    private static string PathId(string id, bool isRead, PrismClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (Guid.TryParseExact(id, "D", out var uuid))
        {
            return uuid.ToString("D");
        }

        return isRead && options.AcceptsAnyId ? id : throw new ArgumentException($"'{id}' is no id; expected a UUID such as 0f3b6c1e-58d2-4a77-9d10-6b1f0a4c2e01.", nameof(id));
    }
}
