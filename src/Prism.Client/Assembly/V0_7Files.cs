using System.Globalization;
using System.Numerics;
using System.Text;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;
using MlPerf.Endpoints.Prism.Client.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Prism.Client.Assembly;

/// <summary>What both dialects of v0.7 share: names, the point file, gathering files.</summary>
internal sealed class V0_7Files
{
    public const string SettingsFile = "runtime_settings.json";

    public SortedDictionary<string, ReadOnlyMemory<byte>> Files { get; } = new(CodePointComparer.Instance);

    public SortedSet<string> Folders { get; } = new(CodePointComparer.Instance);

    public List<string> Warnings { get; } = [];

    public AssembledSubmission Placed(string organisation) => new(
        organisation, submissionId: null,
        new SortedDictionary<string, ReadOnlyMemory<byte>>(Files.ToDictionary(file => $"{organisation}/{file.Key}", file => file.Value, StringComparer.Ordinal), CodePointComparer.Instance),
        new SortedSet<string>(Folders.Where(folder => !Files.Keys.Any(file => file.StartsWith(folder + "/", StringComparison.Ordinal))).Select(folder => $"{organisation}/{folder}"), CodePointComparer.Instance),
        Warnings);

    public static string Organisation(Node description)
        => description["submitter_org_names"] is { } name && !name.IsFalsy() ? Slug.Of(name.PlainText()) : "org";

    public static string Model(Node config)
        => config.Find("model_params", "name") is { } name && !name.IsFalsy() ? Slug.Model(name.PlainText()) : "unknown_model";

    public static BigInteger Concurrency(RunReading reading, Node config)
        => reading.Concurrency(NotNull(config.Find("settings", "load_pattern", "target_concurrency")) ?? NotNull(config["target_concurrency"]));

    /// <summary>Adds the point file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="reading">The run.</param>
    /// <param name="config">Its configuration.</param>
    /// <param name="concurrency">Its concurrency.</param>
    /// <param name="maximum">C_max of its system.</param>
    /// <param name="streams">Whether <c>stream_all_chunks</c> is set (readme).</param>
    /// <param name="movesWarmup">Whether <c>warmup</c> is looked for and put at the top level.</param>
    public void AddPoint(string path, RunReading reading, Node config, BigInteger concurrency, BigInteger maximum, bool streams, bool movesWarmup)
    {
        var settings = Settings(reading);
        var warmup = movesWarmup ? Warmup(reading, ref settings) : null;
        var pattern = config.Find("settings", "load_pattern", "type") is { IsNull: false } type ? type : JsonNodes.Of("concurrency");
        if (!streams && settings["load_pattern"] is { } declared && !JsonNodes.SameValue(declared, pattern))
        {
            Warnings.Add($"Run {reading.RunId}: {SettingsFile} says load pattern {declared}, config.yaml {pattern}; the latter was taken.");
        }

        settings = settings.With("load_pattern", pattern);
        if (streams)
        {
            settings = settings.With("stream_all_chunks", JsonNodes.Of(true));
        }

        var point = JsonNodes.Map(
            ("concurrency", JsonNodes.Of(concurrency)),
            ("dataset", Dataset(reading, config)),
            ("region", JsonNodes.Of(Region(reading, concurrency, maximum))),
            ("runtime_settings", settings));
        if (warmup is not null)
        {
            point = point.With("warmup", warmup);
        }

        try
        {
            Files[path] = Encoding.UTF8.GetBytes(YamlBlockWriter.Write(point, sortsKeys: true));
        }
        catch (FormatException exception)
        {
            throw reading.Fail($"{SettingsFile}: {exception.Message}.", isUnreadable: true);
        }
    }

    public static Node? NotNull(Node? node) => node is { IsNull: false } ? node : null;

    private static Node Settings(RunReading reading)
        => !reading.Exists(SettingsFile) ? JsonNodes.Map() : reading.Document(SettingsFile, DocumentLanguage.Json) switch
        {
            { Kind: NodeKind.Map } map => map,
            { Kind: NodeKind.Null } => JsonNodes.Map(),
            var other => throw reading.Fail($"{SettingsFile}: its top level is {other}; expected an object.", isUnreadable: true),
        };

    /// <summary>The warm-up, which the checker of this dialect demands: from the run's point file, its settings, or a file of its own.</summary>
    private static Node? Warmup(RunReading reading, ref Node settings)
    {
        var inSettings = settings["warmup"];
        settings = settings.Without("warmup");
        if (reading.IsFile("point.yaml") && reading.Document("point.yaml", DocumentLanguage.Yaml).Find("warmup") is { IsNull: false } own)
        {
            return own;
        }

        return inSettings ?? (reading.IsFile("warmup.json") ? reading.Document("warmup.json", DocumentLanguage.Json) : null);
    }

    private static Node Dataset(RunReading reading, Node config) => config["datasets"] switch
    {
        null or { Kind: NodeKind.Null } or { Kind: NodeKind.List, Items.Count: 0 } or { Kind: NodeKind.Map, Members.Count: 0 } or { Kind: NodeKind.Text, AsText: "" } => JsonNodes.Of(""),
        { Kind: NodeKind.List, Items: [{ Kind: NodeKind.Map } first, ..] } => first["name"] ?? JsonNodes.Of(""),
        { Kind: NodeKind.List or NodeKind.Text } => JsonNodes.Of(""),
        var other => throw reading.Fail($"config.yaml: datasets is {other}; expected a list.", isUnreadable: true),
    };

    private static string? Region(RunReading reading, BigInteger concurrency, BigInteger maximum)
        => (RegionBoundaries.V0_7(maximum) ?? throw reading.Fail(string.Create(CultureInfo.InvariantCulture, $"max_supported_concurrency is {maximum}; regions need more than 32."), isUnreadable: true))
            .Classify(concurrency)?.Name;
}
