using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Audits.OutputCaching;
using MlPerf.Endpoints.Audits.Verdicts;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Recheck;

/// <summary>Judges a finished audit again from its files and compares with the stored verdict (audits, section 6). Reads only; sends nothing, runs no scorer command.</summary>
/// <example><code>
/// var result = new AuditRecheck(AuditRegistry.Builtin).Check("results/audit");
/// Console.WriteLine($"{result.OutcomeName}: {result.Message}");
/// </code></example>
public sealed class AuditRecheck(AuditRegistry registry)
{
    /// <summary>Re-checks a folder of this machine.</summary>
    /// <param name="auditFolder">The folder <c>&lt;report_dir&gt;/audit</c>.</param>
    /// <param name="options">What the caller knows better; null for nothing.</param>
    public RecheckResult Check(string auditFolder, RecheckOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(auditFolder);
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(auditFolder));
        var (parent, name) = (Path.GetDirectoryName(full), Path.GetFileName(full));
        if (parent is null)
        {
            return Check(new FolderSource(full), SubmissionPath.Root, SubmissionPath.Root, options, isOnThisMachine: true);
        }

        // One of several audits stands a level deeper: <report_dir>/audit/1-output_caching_test.
        return IsNumbered(name) && Path.GetDirectoryName(parent) is { } run
            ? Check(new FolderSource(run), SubmissionPath.Root / Path.GetFileName(parent) / name, SubmissionPath.Root, options, isOnThisMachine: true)
            : Check(new FolderSource(parent), SubmissionPath.Root / name, SubmissionPath.Root, options, isOnThisMachine: true);
    }

    /// <summary>The folders of audits in a folder <c>audit</c>: itself, or those of several audits that were run one after the other. Empty where there are none.</summary>
    /// <param name="source">The files.</param>
    /// <param name="folder">The folder.</param>
    public IEnumerable<SubmissionPath> FindAudits(ISubmissionSource source, SubmissionPath folder)
    {
        ArgumentNullException.ThrowIfNull(source);
        return IsAudit(source, folder)
            ? [folder]
            : source.List(folder).Where(entry => entry.Kind is EntryKind.Folder && IsNumbered(entry.Name) && IsAudit(source, folder / entry.Name))
                .OrderBy(entry => int.Parse(entry.Name.AsSpan(0, entry.Name.IndexOf('-', StringComparison.Ordinal)), CultureInfo.InvariantCulture))
                .Select(entry => folder / entry.Name);
    }

    /// <summary>Re-checks a folder of any source.</summary>
    /// <param name="source">The files.</param>
    /// <param name="auditFolder">The audit's folder.</param>
    /// <param name="runFolder">The folder of the main run and its configuration, usually the parent.</param>
    /// <param name="options">What the caller knows better; null for nothing.</param>
    /// <remarks>Folders that the audit names as evidence beside its phases are not read: whoever made the files must not choose what is read of this machine.</remarks>
    public RecheckResult Check(ISubmissionSource source, SubmissionPath auditFolder, SubmissionPath runFolder, RecheckOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Check(source, auditFolder, runFolder, options, isOnThisMachine: false);
    }

    private RecheckResult Check(ISubmissionSource source, SubmissionPath auditFolder, SubmissionPath runFolder, RecheckOptions? options, bool isOnThisMachine)
    {
        options ??= new RecheckOptions();
        var configured = ReadBlock(source, runFolder / "config.yaml");
        var audit = Choose(source, auditFolder, configured, options);
        configured = configured?.Test == audit.Id ? configured : null;
        try
        {
            // Of several audits each has its own block; the configuration's is that of one of them, or of none.
            var stored = ReadStoredBlock(source, auditFolder / VerdictFiles.JsonName(audit.Id), audit);
            var block = IsNumbered(auditFolder.Name) ? stored ?? configured : configured ?? stored;
            if (configured is not null && stored is not null && block == configured && !configured.Fields.Select(Spelling).SequenceEqual(stored.Fields.Select(Spelling), StringComparer.Ordinal))
            {
                throw new AuditException(AuditErrorKind.Input, RecheckProblems.ConfigDrift, "The parameters stored with the verdict are others than those of the configuration beside the folder.");
            }

            return new Run(source, auditFolder, runFolder, audit, block, options) { ReadsOtherFolders = isOnThisMachine }.Judge();
        }
        catch (AuditException failure)
        {
            var isIncomplete = failure.Kind is AuditErrorKind.Execution or AuditErrorKind.Interrupted;
            return new RecheckResult(
                audit.Id,
                isIncomplete ? RecheckOutcome.Incomplete : RecheckOutcome.Unusable,
                isIncomplete ? (int)AuditErrorKind.Execution : (int)failure.Kind,
                failure.Message)
            {
                Error = failure.Problem,
                Phase = failure.Phase,
            };
        }
    }

    private AuditConfiguration? ReadBlock(ISubmissionSource source, SubmissionPath file)
    {
        var root = DocumentReader.Read(source, file, DocumentLanguage.Yaml).Root;
        if (root is not { Kind: NodeKind.Map } || root["audit"] is not { Kind: NodeKind.Map } node)
        {
            return null;
        }

        // A block of a file that other tools wrote may have faults elsewhere; here only the block counts.
        var reader = new AuditBlockReader(registry);
        var configuration = reader.Read(FieldReader.Open(node, "audit", "/audit", [])!);
        var benchmark = configuration is null ? null : new BenchmarkConfigurationReader(registry, static name => "").ReadTree(root).Configuration;
        return benchmark?.Audit ?? configuration;
    }

    private IAuditTest Choose(ISubmissionSource source, SubmissionPath folder, AuditConfiguration? block, RecheckOptions options)
    {
        if (options.AuditId is { } id && registry.Find(id) is { } named)
        {
            return named;
        }

        // The configuration names the audit, unless the folder holds the verdict of another one.
        var configured = block is null ? null : registry.Find(block.Test);
        var judged = registry.Audits.Where(audit => HasVerdict(source, folder, audit)).ToList();
        return configured is not null && (judged.Count == 0 || judged.Contains(configured))
            ? configured
            : judged.OrderBy(audit => audit.Id == registry.Default.Id ? 0 : 1).FirstOrDefault(registry.Default);
    }

    // The block as the orchestrator of this library stores it with the verdict.
    private AuditConfiguration? ReadStoredBlock(ISubmissionSource source, SubmissionPath file, IAuditTest audit)
    {
        if (source.KindOf(file) is EntryKind.Missing)
        {
            return null;
        }

        var root = DocumentReader.Read(source, file, DocumentLanguage.Json).Root;
        return root is { Kind: NodeKind.Map } && root[KnownParameters.BlockName] is { Kind: NodeKind.Map } node
            && new AuditBlockReader(registry).Read(FieldReader.Open(node, KnownParameters.BlockName, $"/{KnownParameters.BlockName}", [])!) is { } block && block.Test == audit.Id
                ? block
                : null;
    }

    private bool IsAudit(ISubmissionSource source, SubmissionPath folder)
        => registry.Audits.Any(audit => HasVerdict(source, folder, audit)) || source.KindOf(folder / OutputCachingAudit.FixedSample) is EntryKind.Folder;

    private static bool HasVerdict(ISubmissionSource source, SubmissionPath folder, IAuditTest audit) => source.KindOf(folder / VerdictFiles.JsonName(audit.Id)) is not EntryKind.Missing;

    // A folder of one of several audits: a number, a hyphen, the audit's id.
    private static bool IsNumbered(string name)
        => name.IndexOf('-', StringComparison.Ordinal) is > 0 and <= 6 and var hyphen && !name.AsSpan(0, hyphen).ContainsAnyExceptInRange('0', '9');

    private static string Spelling(Detail field) => Encoding.UTF8.GetString(VerdictFiles.Member(field).Span);

    /// <summary>One re-check under way; the steps are those of the book.</summary>
    private sealed class Run(ISubmissionSource source, SubmissionPath folder, SubmissionPath runFolder, IAuditTest audit, AuditConfiguration? block, RecheckOptions options)
    {
        private const double RateTolerance = 1e-9;
        private const long MostVerdictBytes = 16L << 20;

        private readonly List<string> _late = [];

        /// <summary>Whether folders that the audit names may be read, wherever they are.</summary>
        public bool ReadsOtherFolders { get; init; }

        public RecheckResult Judge()
        {
            var stored = ReadStored();
            var configuration = audit.Restore(new KnownParameters(stored, block)
            {
                Threshold = options.Threshold,
                Samples = options.Samples,
                AuditSamples = options.AuditSamples,
                SampleIndex = options.SampleIndex,
            }) ?? throw new AuditException(
                AuditErrorKind.Input, RecheckProblems.ParametersMissing, "Neither a configuration beside the folder nor a stored verdict nor an option says how many requests the phases had.");
            RefuseOtherParameters(stored);

            var plan = audit.Plan(configuration);
            var phases = plan.Select(phase => new PhaseFolder(source, folder / phase.Label, phase.Label)).ToList();
            var reports = ReadReports(phases);
            for (var index = 0; index < phases.Count; index++)
            {
                RefuseIncomplete(phases[index], reports[index]);
            }

            var isConfigMissing = CompareConfigurations(plan, phases, reports);
            var maps = ReadMaps(plan, phases, reports);
            var evidence = ImmutableArray.CreateBuilder<PhaseEvidence>();
            for (var index = 0; index < phases.Count; index++)
            {
                evidence.Add(Sound(plan[index], phases[index], reports[index], stored, maps?[index]));
            }

            foreach (var (label, path) in audit.ExistingRuns(configuration))
            {
                if (!ReadsOtherFolders)
                {
                    throw new AuditException(AuditErrorKind.Input, RecheckProblems.EvidenceMissing, $"The run '{label}' stands outside of what was given; judge the folder where it was made.");
                }

                evidence.Add(ExistingRun.Read(label, path));
            }

            var main = ReadMain();
            var verdict = audit.Verify(configuration, new AuditEvidence(evidence.ToImmutable()) { Main = main, CountFailedAsCompleted = options.CountFailedAsCompleted });
            var warnings = Warnings(plan, phases, evidence, isConfigMissing, maps is null && plan.Length > 0, main, stored, verdict);
            var contradiction = Contradiction(stored, verdict);
            return contradiction is not null
                ? new RecheckResult(audit.Id, RecheckOutcome.Contradicted, 1, contradiction) { Warnings = warnings, Verdict = verdict }
                : new RecheckResult(audit.Id, verdict.Passed ? RecheckOutcome.Passed : RecheckOutcome.Failed, verdict.Passed ? 0 : 1, verdict.Reason) { Warnings = warnings, Verdict = verdict };
        }

        private JsonElement? ReadStored()
        {
            var file = folder / VerdictFiles.JsonName(audit.Id);
            if (source.KindOf(file) is EntryKind.Missing)
            {
                return null;
            }

            var content = source.Read(file, MostVerdictBytes);
            var fault = content.Problem?.Detail;
            var stored = content.Problem is null ? JsonFiles.Parse(content.Bytes, out fault) : null;
            return stored is { ValueKind: JsonValueKind.Object }
                ? stored
                : throw new AuditException(AuditErrorKind.Input, RecheckProblems.VerdictUnreadable, $"{file.Name} is no JSON object{(fault is null ? "" : $": {fault}")}.");
        }

        // Block and verdict were written by one audit: where both name a parameter, they agree.
        private void RefuseOtherParameters(JsonElement? stored)
        {
            if (block is not OutputCachingConfiguration caching || stored is null)
            {
                return;
            }

            var known = new KnownParameters(stored);
            if ((known.StoredNumber("threshold") is { } threshold && threshold != caching.Threshold)
                || (known.StoredInteger("ref_requested") is { } samples && samples != caching.Samples)
                || (known.StoredInteger("audit_requested") is { } auditSamples && auditSamples != caching.FixedSamples))
            {
                throw new AuditException(AuditErrorKind.Input, RecheckProblems.ConfigDrift, "The stored verdict has another threshold or other counts than the audit was configured with.");
            }
        }

        private static List<RunReport> ReadReports(List<PhaseFolder> phases)
        {
            var reports = new List<RunReport>();
            foreach (var phase in phases)
            {
                if (!phase.HasReport)
                {
                    throw phase.Fault(RecheckProblems.EvidenceMissing, "its folder or its performance/result_summary.json does not exist");
                }

                reports.Add(phase.ReadReport());
            }

            return reports;
        }

        private static void RefuseIncomplete(PhaseFolder phase, RunReport report) => PhaseGuards.RequireComplete(phase.Label, report);

        // True where drift is not excluded because a configuration is missing.
        private static bool CompareConfigurations(ImmutableArray<PlannedPhase> plan, List<PhaseFolder> phases, List<RunReport> reports)
        {
            var configurations = phases.Select(phase => phase.ReadConfig()).ToList();
            for (var index = 1; index < phases.Count; index++)
            {
                // Phases of some audits differ on purpose; the plan says so.
                if (plan[index].Concurrency != plan[0].Concurrency || plan[index].Streaming != plan[0].Streaming || plan[index].Mode != plan[0].Mode)
                {
                    continue;
                }

                var isDrifted = configurations[0] is { } first && configurations[index] is { } other && !SameData.Equal(first, other, exceptTopLevel: "report_dir");
                isDrifted |= !reports[0].IsFromSnapshot && !reports[index].IsFromSnapshot && !SameData.Equal(reports[0].RunConfig, reports[index].RunConfig);
                if (isDrifted)
                {
                    throw new AuditException(AuditErrorKind.Input, RecheckProblems.ConfigDrift, $"The phases '{phases[0].Label}' and '{phases[index].Label}' were configured differently.");
                }
            }

            foreach (var report in reports)
            {
                if (report.LoadPattern is { } pattern && !PlanGuards.AllowedLoadPatterns.Contains(pattern, StringComparer.Ordinal))
                {
                    throw new AuditException(AuditErrorKind.Setup, AuditProblem.LoadPattern, $"The phases ran under the load pattern '{pattern}', which can hide a speed-up.");
                }
            }

            return configurations.Any(configuration => configuration is null);
        }

        // Null where a map is missing, so that the order cannot be proved.
        private static List<SampleIndexMap>? ReadMaps(ImmutableArray<PlannedPhase> plan, List<PhaseFolder> phases, List<RunReport> reports)
        {
            var maps = phases.Select(phase => phase.ReadMap()).OfType<SampleIndexMap>().ToList();
            if (maps.Count != phases.Count || phases.Count == 0)
            {
                return null;
            }

            for (var index = 0; index < phases.Count; index++)
            {
                var single = plan.FindIndex(phase => phase.FixedIndex is not null);
                if (single > 0 && plan[0].FixedIndex is null
                    && maps[0].Performance.Count > 1 && maps[0].DistinctRows == 1
                    && maps[single].Performance.Count > 1 && maps[single].DistinctRows == maps[single].Performance.Count)
                {
                    throw new AuditException(AuditErrorKind.Input, RecheckProblems.PhasesSwapped, $"'{phases[0].Label}' repeats one row and '{phases[single].Label}' does not: the folders were exchanged.");
                }
            }

            for (var index = 0; index < phases.Count; index++)
            {
                if (maps[index].Performance.Count != reports[index].Issued)
                {
                    throw phases[index].Fault(RecheckProblems.EvidenceContradicts, $"its sample map has {maps[index].Performance.Count} entries, {reports[index].Issued} requests were issued");
                }
            }

            for (var index = 0; index < phases.Count; index++)
            {
                if (plan[index] is { FixedIndex: null, Order: SampleOrder.WithoutReplacement, SampleCount: not null } && maps[index].DistinctRows != maps[index].Performance.Count)
                {
                    throw phases[index].Fault(RecheckProblems.ReferenceNotDistinct, "it took a row more than once");
                }
            }

            for (var index = 0; index < phases.Count; index++)
            {
                if (plan[index].FixedIndex is { } row && maps[index].Performance.Count > 0
                    && (maps[index].DistinctRows != 1 || (row >= 0 && maps[index].Performance[0].Value != row)))
                {
                    throw phases[index].Fault(RecheckProblems.WrongSample, row >= 0 ? $"it did not repeat row {row} alone" : "it did not repeat one row alone");
                }
            }

            return maps;
        }

        private PhaseEvidence Sound(PlannedPhase planned, PhaseFolder phase, RunReport report, JsonElement? stored, SampleIndexMap? map)
        {
            var requested = planned.SampleCount ?? report.Issued;
            if (report.Issued > requested || report.Completed > report.Issued || report.Failed > report.Completed)
            {
                throw phase.Fault(
                    RecheckProblems.EvidenceContradicts,
                    $"of {requested} requests asked for, {report.Issued} were issued, {report.Completed} completed and {report.Failed} failed, which cannot be");
            }

            var evidence = new PhaseEvidence(phase.Label, report, requested);
            var rate = PhaseGuards.UsableRate(evidence);
            var derived = report.DurationNs is { Sign: > 0 } duration ? SnapshotReader.Rate(report.Completed, duration) : double.NaN;
            if (!(Math.Abs(rate - derived) <= RateTolerance * Math.Max(Math.Abs(rate), Math.Abs(derived))))
            {
                throw phase.Fault(RecheckProblems.EvidenceContradicts, "its rate does not follow from its count and duration");
            }

            if (planned.CapturesOutputs)
            {
                evidence = evidence with { Outputs = Outputs(phase, map) };
            }

            if (planned.Scorer is not null && stored is { } verdict)
            {
                evidence = evidence with { Score = JsonFiles.Number(verdict, "score") ?? JsonFiles.Number(verdict, $"{phase.Label}_score") };
                _late.Add(AuditWarnings.ScoreUnverified);
            }

            return evidence;
        }

        private List<SampleOutput> Outputs(PhaseFolder phase, SampleIndexMap? map)
        {
            if (map is null || phase.ReadEvents(withOutputs: true) is not { } events)
            {
                throw phase.Fault(RecheckProblems.EvidenceMissing, "its answers are judged, and it lacks events.jsonl or sample_idx_map.json");
            }

            var facts = AnswerFacts.Read(source, phase.Path, out var fault) ?? throw phase.Fault(RecheckProblems.EvidenceUnreadable, $"{AnswerFacts.FileName}: {fault}");
            var rows = map.Performance.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);
            return [.. events.Samples.Where(sample => sample.CompletedNs is not null && rows.ContainsKey(sample.Id)).Select(sample => Answer(sample, rows[sample.Id], facts))];
        }

        private static SampleOutput Answer(EventSample sample, BigInteger row, Dictionary<string, JsonElement> facts)
        {
            var output = new SampleOutput((int)BigInteger.Min(BigInteger.Max(row, -1), int.MaxValue), sample.Failed ? null : sample.Output ?? "")
            {
                Id = sample.Id,
                FirstChunk = sample.FirstChunk,
                FinishReason = sample.FinishReason,
            };
            return facts.TryGetValue(sample.Id, out var known) ? AnswerFacts.Add(output, known) : output;
        }

        private RunReport? ReadMain()
        {
            var content = source.Read(runFolder / "performance" / "result_summary.json", MostVerdictBytes);
            return content.Problem is null ? SummaryReader.Read(content.Bytes, out _) : null;
        }

        private ImmutableArray<string> Warnings(
            ImmutableArray<PlannedPhase> plan,
            List<PhaseFolder> phases,
            ImmutableArray<PhaseEvidence>.Builder evidence,
            bool isConfigMissing,
            bool isOrderUnverified,
            RunReport? main,
            JsonElement? stored,
            AuditVerdict verdict)
        {
            var warnings = new List<string>();
            if (isConfigMissing)
            {
                warnings.Add(AuditWarnings.PhaseConfigMissing);
            }

            if (isOrderUnverified)
            {
                warnings.Add(AuditWarnings.OrderUnverified);
            }

            warnings.AddRange(PhaseWarnings.Of([.. evidence.Take(phases.Count)], main, ThresholdOf(verdict)));
            if (stored is null)
            {
                warnings.Add(AuditWarnings.VerdictMissing);
            }

            warnings.AddRange(verdict.Warnings);
            warnings.AddRange(_late.Distinct(StringComparer.Ordinal));
            if (options.LooksAtEvents && plan.FindIndex(phase => phase.FixedIndex is not null) is var single and > 0
                && phases[0].ReadEvents(withOutputs: false) is { } reference && phases[single].ReadEvents(withOutputs: false) is { } repeated)
            {
                warnings.AddRange(Statistics.CachingObservations.Look(phases[0].Label, reference, phases[single].Label, repeated));
            }

            return [.. warnings];
        }

        private static double? ThresholdOf(AuditVerdict verdict)
        {
            foreach (var (name, value) in verdict.Details)
            {
                if (name == "threshold")
                {
                    return value as double?;
                }
            }

            return null;
        }

        private string? Contradiction(JsonElement? stored, AuditVerdict verdict)
        {
            if (stored is not { } record)
            {
                return null;
            }

            foreach (var (name, value) in verdict.Fields)
            {
                if (name is not "reason" && !(record.TryGetProperty(name, out var found) && IsSame(found, value)))
                {
                    return $"The stored verdict says otherwise: '{name}' is {(record.TryGetProperty(name, out var other) ? other.GetRawText() : "absent")}, the evidence gives {value ?? "null"}.";
                }
            }

            var text = source.Read(folder / VerdictFiles.TextName(audit.Id), MostVerdictBytes);
            return text.Problem is null && text.Bytes.Span.SequenceEqual(VerdictFiles.Text(verdict.Passed).Span)
                ? null
                : $"{VerdictFiles.TextName(audit.Id)} does not hold the line of a verdict that {(verdict.Passed ? "passes" : "fails")}.";
        }

        private static bool IsSame(JsonElement stored, object? value) => value switch
        {
            null => stored.ValueKind is JsonValueKind.Null,
            bool flag => stored.ValueKind == (flag ? JsonValueKind.True : JsonValueKind.False),
            BigInteger whole => JsonIntegers.Read(stored) is { } integer ? integer == whole : stored.ValueKind is JsonValueKind.Number && stored.TryGetDouble(out var number) && number == JsonIntegers.ToDouble(whole),
            double number => stored.ValueKind is JsonValueKind.Number && stored.TryGetDouble(out var other) && other == number,
            string text => stored.ValueKind is JsonValueKind.String && string.Equals(JsonFiles.TextOf(stored), text, StringComparison.Ordinal),
            _ => false,
        };
    }
}
