using System.Collections.Immutable;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Audits.Recheck;
using MlPerf.Endpoints.Audits.Scoring;
using MlPerf.Endpoints.Audits.Verdicts;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>Runs audits: everything validated first, then the main run, then the phases back to back, then one verdict (audits, section 3). Names no audit.</summary>
/// <example><code>
/// var orchestrator = new AuditOrchestrator(AuditRegistry.Builtin, new LoadGenerator());
/// var result = await orchestrator.RunAsync(configuration, AuditRunOptions.Default, stop: cancellation);
/// return result.ExitCode;
/// </code></example>
/// <param name="registry">The audits.</param>
/// <param name="runner">What loads the endpoint.</param>
/// <param name="hook">What happens between stages; nothing where null.</param>
/// <param name="scorers">Scorer plugins; the command scorer comes by itself.</param>
/// <param name="time">The clock; the system's where null.</param>
public sealed class AuditOrchestrator(AuditRegistry registry, IBenchmarkRunner runner, IStageHook? hook = null, IEnumerable<IScorer>? scorers = null, TimeProvider? time = null)
{
    private readonly AuditPlanner _planner = new(registry, runner);
    private readonly IStageHook _hook = hook ?? NoHook.Instance;
    private readonly Scorers _scorers = new(scorers ?? []);
    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Runs the configuration's audit. Never throws for what an audit may meet: the result says how it ended.</summary>
    public async Task<AuditResult> RunAsync(BenchmarkConfiguration benchmark, AuditRunOptions options, IProgress<AuditProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        var results = await RunAllAsync(benchmark, [], options, progress, stop).ConfigureAwait(false);
        return results[^1];
    }

    /// <summary>Runs several audits after one main run, each in a numbered folder of its own; without blocks, the configuration's own audit.</summary>
    /// <param name="benchmark">The configuration.</param>
    /// <param name="blocks">The audits' blocks; empty for the configuration's own.</param>
    /// <param name="options">How to run.</param>
    /// <param name="progress">Takes news; may be null.</param>
    /// <param name="stop">The stop request.</param>
    /// <returns>The results in order; after one without a verdict no further audit is run.</returns>
    public async Task<ImmutableArray<AuditResult>> RunAllAsync(
        BenchmarkConfiguration benchmark,
        IReadOnlyList<AuditConfiguration> blocks,
        AuditRunOptions options,
        IProgress<AuditProgress>? progress = null,
        CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(benchmark);
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(options);
        var results = ImmutableArray.CreateBuilder<AuditResult>();
        var current = benchmark.Audit?.Test;
        try
        {
            var plans = new List<AuditPlan>();
            foreach (var block in blocks.Count == 0 ? [null] : blocks.Cast<AuditConfiguration?>())
            {
                current = block?.Test ?? current;
                var plan = _planner.Plan(benchmark, block);
                if (plan.Problems is [var problem, ..])
                {
                    throw new AuditException(AuditErrorKind.Setup, problem.Kind, problem.Message);
                }

                plans.AddRange(Enumerable.Repeat(plan, options.Repeat));
            }

            var folder = ReportFolder.Resolve(options.ReportDir, benchmark.ReportDir, _time);
            var session = new Session(this, benchmark, folder, options, progress);
            var folders = plans.Select((plan, index) => plans.Count == 1 ? session.AuditFolder : Path.Join(session.AuditFolder, $"{index + 1}-{plan.Audit.Id}")).ToList();
            if (!options.KeepsEarlierVerdict)
            {
                for (var index = 0; index < plans.Count; index++)
                {
                    Session.RemoveEarlierVerdict(folders[index], plans[index]);
                }
            }

            var isOnly = options.Only ?? plans.TrueForAll(plan => plan.Configuration.Only);
            var before = await runner.DescribeEndpointAsync(benchmark, stop).ConfigureAwait(false);
            var main = isOnly ? null : await session.RunMainAsync(stop).ConfigureAwait(false);
            main ??= session.ReadEarlierMain();
            for (var index = 0; index < plans.Count; index++)
            {
                current = plans[index].Audit.Id;
                results.Add(await session.RunAuditAsync(plans[index], folders[index], main, before, stop).ConfigureAwait(false));
            }
        }
        catch (AuditException failure)
        {
            results.Add(AuditResult.Of(current, failure));
        }
        catch (OperationCanceledException)
        {
            results.Add(AuditResult.Of(current, new AuditException(AuditErrorKind.Interrupted, "interrupted", "A stop was asked for; there is no verdict.")));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            results.Add(AuditResult.Of(current, new AuditException(AuditErrorKind.Execution, "io", $"A file cannot be read or written: {failure.Message}")));
        }

        return results.ToImmutable();
    }

    /// <summary>One call: the folder, the clock of phases, the drift guard.</summary>
    private sealed class Session(AuditOrchestrator owner, BenchmarkConfiguration benchmark, string folder, AuditRunOptions options, IProgress<AuditProgress>? progress)
    {
        private readonly string _fingerprint = ConfigWriter.Fingerprint(benchmark.Tree);
        private bool _isFirstStage = true;
        private string? _datasetSha256;

        public string AuditFolder { get; } = Path.Join(folder, "audit");

        public static void RemoveEarlierVerdict(string auditFolder, AuditPlan plan)
        {
            if (Directory.Exists(auditFolder))
            {
                VerdictFiles.Remove(auditFolder, plan.Audit.Id);
            }
        }

        public async Task<RunReport?> RunMainAsync(CancellationToken stop)
        {
            var main = benchmark with { Audit = null, ReportDir = folder, Tree = benchmark.Tree.Without("audit").With(folder, "report_dir") };
            var request = new RunRequest(RunRequest.MainLabel, main, folder)
            {
                Mode = PhaseMode.Both,
                SampleCount = benchmark.Settings.SamplesToIssue,
                StallTimeout = options.StallTimeout,
                WrittenTree = benchmark.Tree.With(folder, "report_dir"),
            };
            try
            {
                var (report, _) = await RunAsync(request, null, stop).ConfigureAwait(false);
                if (report?.State == RunReport.Interrupted || stop.IsCancellationRequested)
                {
                    throw new AuditException(AuditErrorKind.Interrupted, "main_interrupted", "The main run was interrupted; the audit was not started.");
                }

                return report;
            }
            catch (Exception failure) when (failure is not (AuditException or OperationCanceledException))
            {
                throw new AuditException(AuditErrorKind.Failed, "main_failed", $"The main run failed with {failure.GetType().Name}: {failure.Message}", failure);
            }
        }

        /// <summary>The main run of an earlier call into the same folder, for audits that are run alone.</summary>
        public RunReport? ReadEarlierMain()
        {
            var content = new FolderSource(folder).Read(SubmissionPath.Parse("performance/result_summary.json"), 16L << 20);
            return content.Problem is null ? SummaryReader.Read(content.Bytes, out _) : null;
        }

        public async Task<AuditResult> RunAuditAsync(AuditPlan plan, string auditFolder, RunReport? main, string? before, CancellationToken stop)
        {
            var evidence = ImmutableArray.CreateBuilder<PhaseEvidence>();
            _datasetSha256 = plan.Dataset?.Sha256;
            foreach (var phase in plan.Phases)
            {
                evidence.Add(await RunPhaseAsync(plan, phase, auditFolder, stop).ConfigureAwait(false));
            }

            var phases = evidence.ToImmutable();
            progress?.Report(new AuditProgress(AuditStage.Verifying, plan.Audit.Id));
            var verdict = Verify(plan, phases, main);
            var warnings = new List<string>(PhaseWarnings.Of(phases, main, (verdict.Details.FirstOrDefault(detail => detail.Name == "threshold").Value as double?)));
            warnings.AddRange(plan.Warnings);
            if (before is not null && await owner.Runner.DescribeEndpointAsync(benchmark, CancellationToken.None).ConfigureAwait(false) is var after && after != before)
            {
                warnings.Add(AuditWarnings.EndpointChanged);
            }

            warnings.AddRange(verdict.Warnings);
            warnings.AddRange(Observe(plan, auditFolder));
            Directory.CreateDirectory(auditFolder);
            VerdictFiles.Write(auditFolder, verdict, Provenance(plan, phases, warnings));
            return AuditResult.Of(verdict, [.. warnings], auditFolder);
        }

        private async Task<PhaseEvidence> RunPhaseAsync(AuditPlan plan, PlannedPhase phase, string auditFolder, CancellationToken stop)
        {
            var phaseFolder = Path.Join(auditFolder, phase.Label);
            var configuration = benchmark.ForPhase(phaseFolder, phase);
            if (configuration.Audit is not null)
            {
                throw new InvalidOperationException("A phase's configuration never has an audit block.");
            }

            var request = new RunRequest(phase.Label, configuration, phaseFolder)
            {
                SampleCount = phase.SampleCount,
                Order = phase.Order,
                FixedIndex = phase.FixedIndex,
                Mode = phase.Mode,
                PrimesFixedSample = options.PrimesFixedSample && phase.FixedIndex is not null,
                CapturesOutputs = phase.CapturesOutputs,
                DrainsWithoutLimit = !options.LimitsDrain && !benchmark.Settings.IsDrainTimeoutGiven,
                StallTimeout = options.StallTimeout,
            };
            try
            {
                var (report, outputs) = await RunAsync(request, phase.OperatorTask, stop).ConfigureAwait(false);
                if (report is null)
                {
                    throw new AuditException(AuditErrorKind.Execution, "no_report", $"Phase '{phase.Label}' gave no report.") { Phase = phase.Label };
                }

                PhaseGuards.RequireComplete(phase.Label, report);
                stop.ThrowIfCancellationRequested();
                var score = phase.Scorer is null ? null : await owner._scorers.ScoreAsync(phase.Scorer, outputs, phaseFolder, stop).ConfigureAwait(false);
                return new PhaseEvidence(phase.Label, report, phase.SampleCount ?? report.Issued) { Outputs = outputs, Score = score };
            }
            catch (Exception failure) when (failure is not (AuditException or OperationCanceledException))
            {
                throw new AuditException(AuditErrorKind.Execution, "phase_failed", $"Phase '{phase.Label}' failed with {failure.GetType().Name}: {failure.Message}", failure) { Phase = phase.Label };
            }
        }

        private async Task<(RunReport? Report, IReadOnlyList<SampleOutput> Outputs)> RunAsync(RunRequest request, string? operatorTask, CancellationToken stop)
        {
            stop.ThrowIfCancellationRequested();
            if (!_isFirstStage || operatorTask is not null)
            {
                if (owner._hook is not NoHook)
                {
                    progress?.Report(new AuditProgress(AuditStage.Waiting, request.Label));
                }

                await owner._hook.BeforeAsync(request.Label, operatorTask, stop).ConfigureAwait(false);
            }

            _isFirstStage = false;
            progress?.Report(new AuditProgress(AuditStage.Preparing, request.Label));
            Directory.CreateDirectory(request.Folder);
            var run = await owner.Runner.PrepareAsync(request, stop).ConfigureAwait(false);
            await using (run.ConfigureAwait(false))
            {
                RefuseDrift(request, run.Dataset);
                var news = progress is null ? null : new RunNews(progress, request.Label);
                progress?.Report(new AuditProgress(AuditStage.Running, request.Label));
                await run.ExecuteAsync(news, stop).ConfigureAwait(false);
                progress?.Report(new AuditProgress(AuditStage.Finishing, request.Label));
                return (await run.FinishAsync().ConfigureAwait(false), run.Outputs);
            }
        }

        // What was validated is what is run: the same configuration and the same bytes of data, or the next request is not sent.
        private void RefuseDrift(RunRequest request, DatasetFacts dataset)
        {
            if (request.Label == RunRequest.MainLabel)
            {
                return;
            }

            if (dataset.Sha256 != _datasetSha256 || ConfigWriter.Fingerprint(benchmark.Tree) != _fingerprint)
            {
                throw new AuditException(AuditErrorKind.Execution, RecheckProblems.ConfigDrift, $"The dataset or the configuration changed before phase '{request.Label}'; phases are compared only where they are equal.") { Phase = request.Label };
            }
        }

        private AuditVerdict Verify(AuditPlan plan, ImmutableArray<PhaseEvidence> phases, RunReport? main)
        {
            try
            {
                if (phases.Length != plan.Phases.Length)
                {
                    throw new AuditException(AuditErrorKind.Execution, "phase_count", $"{plan.Phases.Length} phases were planned, {phases.Length} were run.");
                }

                var all = phases.AddRange(plan.Audit.ExistingRuns(plan.Configuration).Select(run => ExistingRun.Read(run.Key, run.Value)));
                return plan.Audit.Verify(plan.Configuration, new AuditEvidence(all)
                {
                    Main = main,
                    DatasetSize = plan.Dataset is { } dataset && dataset.Rows <= int.MaxValue ? (int)dataset.Rows : null,
                    CountFailedAsCompleted = options.CountFailedAsCompleted,
                });
            }
            catch (Exception failure) when (failure is not (AuditException or OperationCanceledException))
            {
                throw new AuditException(AuditErrorKind.Execution, "verify_failed", $"The audit '{plan.Audit.Id}' could not judge the evidence: {failure.GetType().Name}: {failure.Message}", failure);
            }
        }

        private static IEnumerable<string> Observe(AuditPlan plan, string auditFolder)
        {
            var single = plan.Phases.FindIndex(phase => phase.FixedIndex is not null);
            if (single <= 0)
            {
                return [];
            }

            var source = new FolderSource(auditFolder);
            var (first, second) = (plan.Phases[0].Label, plan.Phases[single].Label);
            return new PhaseFolder(source, SubmissionPath.Root / first, first).ReadEvents(withOutputs: false) is { } reference
                && new PhaseFolder(source, SubmissionPath.Root / second, second).ReadEvents(withOutputs: false) is { } repeated
                ? Statistics.CachingObservations.Look(first, reference, second, repeated)
                : [];
        }

        private ImmutableArray<Detail> Provenance(AuditPlan plan, ImmutableArray<PhaseEvidence> phases, List<string> warnings)
        {
            var provenance = ImmutableArray.CreateBuilder<Detail>();
            provenance.Add(new Detail("runner", ImmutableArray.Create(Detail.Of("name", owner.Runner.Name), Detail.Of("version", owner.Runner.Version))));
            provenance.Add(new Detail("warnings", warnings));
            provenance.Add(Detail.Of("config_sha256", _fingerprint));
            provenance.Add(Detail.Of("dataset_sha256", _datasetSha256));
            if (phases.Length == 2)
            {
                provenance.Add(Detail.Of("ref_failed", phases[0].Report.Failed));
                provenance.Add(Detail.Of("audit_failed", phases[1].Report.Failed));
            }

            // With these a re-check needs no configuration beside the folder: there is none where the main run was left out.
            provenance.Add(new Detail(KnownParameters.BlockName, ImmutableArray.CreateRange([Detail.Of("test", plan.Audit.Id), .. plan.Configuration.Fields.Where(field => field.Value is not null)])));
            provenance.Add(new Detail(KnownParameters.PhasesName, plan.Phases.Select(phase => phase.Label).ToList()));
            return provenance.ToImmutable();
        }
    }

    private IBenchmarkRunner Runner => runner;

    private sealed class RunNews(IProgress<AuditProgress> progress, string label) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => progress.Report(new AuditProgress(AuditStage.Running, label, value));
    }
}
