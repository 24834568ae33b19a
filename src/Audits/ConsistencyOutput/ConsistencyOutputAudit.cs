using System.Collections.Immutable;
using System.Globalization;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.ConsistencyOutput;

/// <summary>Whether streamed and whole answers agree, end where they should and are as long as reported (TEST06).</summary>
public sealed class ConsistencyOutputAudit : AuditTest<ConsistencyOutputConfiguration>
{
    /// <summary>The value of <c>test</c>.</summary>
    public const string AuditId = "consistency_output_test";

    private const string Streamed = "streamed";
    private const string Buffered = "buffered";

    /// <inheritdoc/>
    public override AuditDescriptor Descriptor { get; } = new(
        AuditId, "Token consistency", "llama3.1-8b and deepseek-r1: looked at where its file is there", "TEST06");

    /// <inheritdoc/>
    public override ConsistencyOutputConfiguration? ReadConfiguration(FieldReader fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var samples = fields.WholeNumber("samples", Presence.Optional, atLeast: 1);
        var marks = ReadMarks(fields);
        var tokenIds = fields.Boolean("token_ids", Presence.Optional);
        var tolerance = fields.WholeNumber("length_tolerance", Presence.Optional, atLeast: 0);
        return new ConsistencyOutputConfiguration
        {
            Samples = samples ?? 100,
            EndMarks = marks,
            TokenIds = tokenIds ?? false,
            LengthTolerance = tolerance ?? 0,
        };
    }

    /// <inheritdoc/>
    public override ConsistencyOutputConfiguration Resolve(ConsistencyOutputConfiguration configuration, BenchmarkConfiguration benchmark)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(benchmark);
        return configuration with
        {
            IsStreaming = benchmark.Model.Streaming,
            EndMarks = configuration.EndMarks ?? (configuration.TokenIds ? null : EndMarkPresets.For(benchmark.Model.Name)),
        };
    }

    /// <inheritdoc/>
    public override ConsistencyOutputConfiguration? Restore(KnownParameters known)
    {
        ArgumentNullException.ThrowIfNull(known);

        // Whether answers were streamed stands in the benchmark's configuration, and shows in the phases.
        var configuration = base.Restore(known);
        return configuration is null || known.Phases.Count == 0 ? configuration : configuration with { IsStreaming = known.Phases.Contains(Streamed, StringComparer.Ordinal) };
    }

    /// <inheritdoc/>
    public override ImmutableArray<PlannedPhase> Plan(ConsistencyOutputConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var buffered = new PlannedPhase(Buffered, configuration.Samples) { Streaming = false, CapturesOutputs = true };
        return configuration.IsStreaming ? [buffered with { Label = Streamed, Streaming = true }, buffered] : [buffered];
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Warn(ConsistencyOutputConfiguration configuration, ValidationContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Benchmark is { Model.Temperature: not 0.0 } ? [AuditWarnings.NondeterministicSampling] : [];
    }

    /// <inheritdoc/>
    public override AuditVerdict Verify(ConsistencyOutputConfiguration configuration, AuditEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(evidence);
        var buffered = evidence[Buffered].Outputs.Where(output => !output.Failed).ToList();
        var streamed = configuration.IsStreaming ? evidence[Streamed].Outputs.Where(output => !output.Failed).ToList() : [];
        var failed = new HashSet<(bool, int)>();
        var pairs = Pairs(streamed, buffered);
        bool? firstToken = pairs.Count == 0 ? null : Check(pairs, pair => BeginsAlike(pair.Streamed, pair.Buffered, configuration.TokenIds), pair => (true, pair.Streamed.Index), failed);
        var all = streamed.Select(output => (IsStreamed: true, Output: output)).Concat(buffered.Select(output => (IsStreamed: false, Output: output))).ToList();
        bool? eos = configuration.EndMarks is not { IsEmpty: false } marks || all.Count == 0 ? null
            : Check(all, item => EndsOnce(item.Output, marks, configuration.TokenIds), item => (item.IsStreamed, item.Output.Index), failed);
        var measured = all.Where(item => (item.Output.ReportedTokens ?? item.Output.CountedTokens) is not null).ToList();
        bool? length = measured.Count == 0 ? null
            : Check(measured, item => IsLengthSound(item.Output, configuration), item => (item.IsStreamed, item.Output.Index), failed);
        var passed = firstToken is not false && eos is not false && length is not false && (firstToken ?? eos ?? length) is not null;
        return new AuditVerdict(
            AuditId,
            passed,
            [
                Detail.Of("first_token", ThreeWay.Of(firstToken)),
                Detail.Of("eos", ThreeWay.Of(eos)),
                Detail.Of("length", ThreeWay.Of(length)),
                Detail.Of("compared", Math.Max(pairs.Count, buffered.Count)),
                Detail.Of("failures", failed.Count),
            ],
            passed ? "consistent" : failed.Count > 0 ? "inconsistent" : "nothing_checked",
            string.Create(
                CultureInfo.InvariantCulture,
                $"First token check pass: {ThreeWay.Of(firstToken)}; EOS check pass: {ThreeWay.Of(eos)}; sample length check pass: {ThreeWay.Of(length)}; {failed.Count} answers failed a check."));
    }

    private static ImmutableArray<string>? ReadMarks(FieldReader fields)
    {
        // Ids stand as numbers, texts as texts; both are kept as text and told apart by token_ids.
        if (fields.Raw("eos") is not { Kind: NodeKind.List } list)
        {
            return fields.Raw("eos") is { IsNull: false } && fields.Texts("eos", Presence.Nullable) is { } texts ? [.. texts] : null;
        }

        var marks = ImmutableArray.CreateBuilder<string>();
        foreach (var item in list.Items)
        {
            if (item.Kind is NodeKind.Text or NodeKind.Integer)
            {
                marks.Add(item.AsText ?? item.AsInteger.ToString(CultureInfo.InvariantCulture));
            }
            else
            {
                fields.Refuse(FieldKeys.StringType, "eos", "a list of texts, or of ids");
                return null;
            }
        }

        return marks.ToImmutable();
    }

    private static bool Check<T>(List<T> items, Func<T, bool> holds, Func<T, (bool, int)> key, HashSet<(bool, int)> failed)
    {
        var all = true;
        foreach (var item in items)
        {
            if (!holds(item))
            {
                all = false;
                failed.Add(key(item));
            }
        }

        return all;
    }

    private static List<(SampleOutput Streamed, SampleOutput Buffered)> Pairs(List<SampleOutput> streamed, List<SampleOutput> buffered)
    {
        var rows = buffered.DistinctBy(output => output.Index).ToDictionary(output => output.Index);
        return [.. streamed.Where(output => rows.ContainsKey(output.Index)).Select(output => (output, rows[output.Index]))];
    }

    private static bool BeginsAlike(SampleOutput streamed, SampleOutput buffered, bool byIds)
    {
        if (byIds && streamed.FirstTokenIds is { } first && buffered.TokenIds is { } ids)
        {
            var shorter = Math.Min(first.Count, ids.Count);
            return first.Take(shorter).SequenceEqual(ids.Take(shorter));
        }

        return buffered.Text!.StartsWith(streamed.FirstChunk ?? "", StringComparison.Ordinal);
    }

    private static bool EndsOnce(SampleOutput output, ImmutableArray<string> marks, bool byIds)
    {
        if (byIds && output.TokenIds is { } ids)
        {
            var found = ids.Count(id => marks.Contains(id.ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal));
            return found == 0 || (found == 1 && marks.Contains(ids[^1].ToString(CultureInfo.InvariantCulture), StringComparer.Ordinal));
        }

        var text = output.Text.AsSpan();
        foreach (var mark in marks)
        {
            if (text.EndsWith(mark, StringComparison.Ordinal))
            {
                text = text[..^mark.Length];
                break;
            }
        }

        foreach (var mark in marks)
        {
            if (mark.Length > 0 && text.Contains(mark, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLengthSound(SampleOutput output, ConsistencyOutputConfiguration configuration)
    {
        var agrees = output.ReportedTokens is not { } reported || output.CountedTokens is not { } counted || Math.Abs((long)reported - counted) <= configuration.LengthTolerance;
        var length = output.ReportedTokens ?? output.CountedTokens;
        return agrees && (output.FinishReason != "length" || output.MaxTokens is not { } most || length == most);
    }
}
