using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>Reads a benchmark configuration: YAML 1.1, the environment filled in, typed fields, every fault at once (audits, sections 7.2 to 7.4).</summary>
public sealed partial class BenchmarkConfigurationReader
{
    private static readonly string[] Types = ["offline", "online", "eval", "submission"];
    private static readonly string[] Modes = ["offline", "online"];
    private static readonly string[] StreamingModes = ["auto", "on", "off"];
    private static readonly string[] OnlinePatterns = ["poisson", "concurrency", "agentic_inference"];

    private readonly AuditBlockReader _audits;
    private readonly Func<string, string?> _environment;

    /// <summary>Makes a reader.</summary>
    /// <param name="registry">The audits whose blocks it knows.</param>
    /// <param name="environment">Looks up a variable; the process's environment where null.</param>
    public BenchmarkConfigurationReader(AuditRegistry registry, Func<string, string?>? environment = null)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _audits = new AuditBlockReader(registry);
        _environment = environment ?? Environment.GetEnvironmentVariable;
    }

    /// <summary>Reads a file of this machine.</summary>
    public ConfigurationReading ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        var source = new FolderSource(Path.GetDirectoryName(full) ?? full, new SourceLimits { FollowLinks = true });
        return Read(DocumentReader.Read(source, SubmissionPath.Root / Path.GetFileName(full), DocumentLanguage.Yaml));
    }

    /// <summary>Reads bytes of YAML.</summary>
    public ConfigurationReading Read(ReadOnlyMemory<byte> yaml) => Read(DocumentReader.Read(yaml, SubmissionPath.Parse("config.yaml"), DocumentLanguage.Yaml));

    /// <summary>Reads a file of this library's own: a list of audit blocks (audits, section 7.1).</summary>
    /// <param name="path">The file.</param>
    /// <param name="benchmark">The configuration that they are run with.</param>
    public (ImmutableArray<AuditConfiguration> Blocks, ImmutableArray<ConfigurationProblem> Problems) ReadBlocks(string path, BenchmarkConfiguration benchmark)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        var source = new FolderSource(Path.GetDirectoryName(full) ?? full, new SourceLimits { FollowLinks = true });
        var document = DocumentReader.Read(source, SubmissionPath.Root / Path.GetFileName(full), DocumentLanguage.Yaml);
        if (document.Root is not { Kind: NodeKind.List, Items.Count: > 0 } root)
        {
            return ([], [new ConfigurationProblem("", ConfigurationProblemKinds.Yaml, document.Problem is { } problem ? $"The audits cannot be read: {problem.Detail}." : "The file is no list of audit blocks.", document.Problem?.Location)]);
        }

        var substitution = new EnvironmentSubstitution(_environment);
        root = substitution.Apply(root);
        if (substitution.Fault is { } fault)
        {
            return ([], [new ConfigurationProblem("", ConfigurationProblemKinds.Environment, $"The audits cannot be filled in: {fault}.")]);
        }

        var problems = new List<FieldProblem>();
        var blocks = ImmutableArray.CreateBuilder<AuditConfiguration>();
        for (var index = 0; index < root.Items.Count; index++)
        {
            if (FieldReader.Open(root.Items[index], $"audits.{index}", $"/audits/{index}", problems) is { } fields && _audits.Read(fields) is { } block)
            {
                block = _audits.Resolve(block, benchmark);
                foreach (var field in block.MissingFields)
                {
                    _ = fields.Text(field, Presence.Required);
                }

                blocks.Add(block);
            }
        }

        return problems.Count == 0 ? (blocks.ToImmutable(), []) : ([], [.. problems.Select(Explain)]);
    }

    private ConfigurationReading Read(Document document)
    {
        if (document.Root is not { } root)
        {
            var problem = document.Problem!;
            var kind = problem.Kind is DocumentProblemKind.Missing or DocumentProblemKind.Io ? ConfigurationProblemKinds.Missing : ConfigurationProblemKinds.Yaml;
            return Refused(new ConfigurationProblem("", kind, $"The configuration cannot be read: {problem.Detail}.", problem.Location));
        }

        if (root.Kind is not NodeKind.Map)
        {
            return Refused(new ConfigurationProblem("", ConfigurationProblemKinds.Yaml, $"The configuration is {root}, a mapping is expected.", root.Location));
        }

        return ReadTree(root);
    }

    internal ConfigurationReading ReadTree(Node root)
    {
        var substitution = new EnvironmentSubstitution(_environment);
        root = substitution.Apply(root);
        if (substitution.Fault is { } fault)
        {
            return Refused(new ConfigurationProblem("", ConfigurationProblemKinds.Environment, $"The configuration cannot be filled in: {fault}."));
        }

        var problems = new List<FieldProblem>();
        var fields = FieldReader.Open(root, "", "", problems)!;
        var configuration = ReadFields(fields, problems);
        return problems.Count == 0 && configuration is not null
            ? new ConfigurationReading(configuration, [])
            : new ConfigurationReading(null, [.. problems.Select(Explain)]);
    }

    private static ConfigurationProblem Explain(FieldProblem problem)
    {
        var isSecret = Secrets.IsSecretName(problem.Field[(problem.Field.LastIndexOf('.') + 1)..]);
        var found = problem.Found is null ? "nothing" : isSecret ? "a secret" : problem.Found;
        return new ConfigurationProblem(problem.Field, ConfigurationProblemKinds.Of(problem.Key), $"found {found}, expected {problem.Expected}", problem.Location);
    }

    private static ConfigurationReading Refused(ConfigurationProblem problem) => new(null, [problem]);

    private BenchmarkConfiguration? ReadFields(FieldReader fields, List<FieldProblem> problems)
    {
        var top = SectionReader.Of(fields);
        var name = top.Text("name", "");
        var version = top.Text("version", "1.0");
        var type = fields.OneOf("type", Presence.Required, Types, FieldKeys.Enum) ?? "";
        top.Add("type", type);
        var submission = ReadSubmissionReference(fields, top);
        var mode = fields.Raw("benchmark_mode") is { IsNull: false } ? fields.OneOf("benchmark_mode", Presence.Nullable, Modes, FieldKeys.Enum) : null;
        top.Add("benchmark_mode", mode);
        var effectiveMode = type == "submission" ? mode : type;
        if (type == "submission" && mode is null && !fields.HasProblems)
        {
            top.Refuse("benchmark_mode", "offline or online, as the type is submission");
        }

        var model = ReadModel(fields, top, submission?.Model, effectiveMode == "offline");
        var datasets = ReadDatasets(fields, top, problems);
        var settings = ReadSettings(fields, top, effectiveMode);
        var endpoint = ReadEndpoint(fields, top);
        var reportDir = top.Text("report_dir", presence: Presence.Nullable);
        top.Pass("timeout", "verbose", "enable_cpu_affinity");
        var audit = fields.Raw("audit") is { IsNull: false } && fields.Object("audit", Presence.Nullable) is { } block ? _audits.Read(block) : null;
        top.Close();
        if (problems.Count > 0 || model is null || settings is null || endpoint is null || datasets is null)
        {
            return null;
        }

        var resolved = new BenchmarkConfiguration
        {
            Name = string.IsNullOrEmpty(name) ? $"{type}_benchmark" : name,
            Type = type,
            Model = model,
            Datasets = datasets.Value,
            Settings = settings,
            Endpoint = endpoint,
            ReportDir = reportDir,
            Tree = new ConfigTree(top.Members),
            Notes = submission is { Ruleset: { Length: > 0 } ruleset } ? [$"The ruleset '{ruleset}' is not registered here; seeds stay as configured."] : [],
        };
        resolved = resolved with { Tree = resolved.Tree.With(resolved.Name, "name") };
        return audit is null ? resolved : WithAudit(resolved, audit, fields);
    }

    // Presets depend on the model, so that what is still missing shows only now.
    private BenchmarkConfiguration WithAudit(BenchmarkConfiguration benchmark, AuditConfiguration audit, FieldReader fields)
    {
        audit = _audits.Resolve(audit, benchmark);
        if (fields.Object("audit", Presence.Nullable) is { } block)
        {
            foreach (var field in audit.MissingFields)
            {
                _ = block.Text(field, Presence.Required);
            }
        }

        var tree = ImmutableArray.Create<Detail>([Detail.Of("test", audit.Test), Detail.Of("only", audit.Only), .. audit.Fields.Where(field => field.Value is not null)]);
        return benchmark with { Audit = audit, Tree = benchmark.Tree.With(tree, "audit") };
    }

    private static (string Model, string Ruleset)? ReadSubmissionReference(FieldReader fields, SectionReader top)
    {
        if (fields.Object("submission_ref", Presence.Nullable) is not { } reference)
        {
            return null;
        }

        var section = SectionReader.Of(reference);
        var model = section.Text("model", presence: Presence.Required);
        var ruleset = section.Text("ruleset", presence: Presence.Required);
        section.Close();
        top.Add("submission_ref", section.Members);
        return (model ?? "", ruleset ?? "");
    }

    private static ModelParameters? ReadModel(FieldReader fields, SectionReader top, string? submittedModel, bool isOffline)
    {
        var section = SectionReader.Open(fields, "model_params");
        var name = section.Text("name", "");
        var temperature = section.Number("temperature", null, Presence.Nullable);
        var seed = section.Integer("seed", null, Presence.Nullable);
        var topK = section.Integer("top_k", null, Presence.Nullable);
        var topP = section.Number("top_p", null, Presence.Nullable);
        var repetition = section.Number("repetition_penalty", null, Presence.Nullable);
        var presence = section.Number("presence_penalty", null, Presence.Nullable);
        var frequency = section.Number("frequency_penalty", null, Presence.Nullable);
        var template = section.Mapping("chat_template_kwargs");
        var most = section.Integer("max_new_tokens", 1024);
        var least = section.Integer("min_new_tokens", 1);
        section.Boolean("skip_special_tokens", true);
        section.Pass("osl_distribution");
        var streaming = section.OneOf("streaming", "auto", StreamingModes);
        var tokenizer = section.Text("tokenizer_name", presence: Presence.Nullable);
        section.Close();
        if (fields.HasProblems)
        {
            return null;
        }

        name = string.IsNullOrEmpty(name) ? submittedModel ?? "" : name;
        if (name.Length == 0)
        {
            section.Refuse("name", "the model's name");
        }

        if (most < least)
        {
            section.Refuse("max_new_tokens", $"at least min_new_tokens, {least}");
        }

        var isStreaming = streaming == "on" || (streaming == "auto" && !isOffline);
        top.Add("model_params", new ConfigTree(section.Members).With(isStreaming ? "on" : "off", "streaming").With(name, "name").Members);
        return new ModelParameters
        {
            Name = name,
            Temperature = temperature,
            Seed = seed,
            TopK = topK,
            TopP = topP,
            RepetitionPenalty = repetition,
            PresencePenalty = presence,
            FrequencyPenalty = frequency,
            ChatTemplateArguments = template,
            MaxNewTokens = most ?? 1024,
            Streaming = isStreaming,
            TokenizerName = tokenizer,
        };
    }

    private static EndpointConfiguration? ReadEndpoint(FieldReader fields, SectionReader top)
    {
        if (fields.Object("endpoint_config", Presence.Required) is not { } mapping)
        {
            return null;
        }

        var section = SectionReader.Of(mapping);
        var endpoints = mapping.Raw("endpoints") is { Kind: NodeKind.List, Items.Count: 0 } ? null : mapping.Texts("endpoints", Presence.Required);
        if (endpoints is null && mapping.Raw("endpoints") is { Kind: NodeKind.List })
        {
            mapping.Refuse(FieldKeys.TooShort, "endpoints", "at least one URL");
        }

        foreach (var url in endpoints ?? [])
        {
            if (!IsWebAddress(url.Trim()))
            {
                mapping.Refuse(ConfigurationProblemKinds.ValueErrorKey, "endpoints", "URLs that begin with http:// or https://");
                break;
            }
        }

        section.Add("endpoints", endpoints?.Select(url => url.Trim()).ToList());
        var key = section.Text("api_key", presence: Presence.Nullable);
        var apiType = section.OneOf("api_type", ApiTypes.Chat, ApiTypes.All);
        section.Close();
        top.Add("endpoint_config", section.Members);
        return endpoints is null ? null : new EndpointConfiguration([.. endpoints.Select(url => url.Trim())], apiType) { ApiKey = string.IsNullOrEmpty(key) ? null : key };
    }

    private static bool IsWebAddress(string url)
        => (url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal)) && Uri.TryCreate(url, UriKind.Absolute, out _);
}
