using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Core.Sources;

namespace MlPerf.Endpoints.Audits.Recheck;

/// <summary>The folder of a finished phase: each file is read once (audits, sections 4.1 and 6.1).</summary>
internal sealed class PhaseFolder(ISubmissionSource source, SubmissionPath path, string label)
{
    private const long MostConfigBytes = 16L << 20;
    private const long MostMapBytes = 512L << 20;

    private static readonly string[] Summary = ["performance", "result_summary.json"];
    private static readonly string[] Snapshot = ["metrics", "final_snapshot.json"];

    public string Label => label;

    public SubmissionPath Path => path;

    /// <summary>Whether there is a summary, or a snapshot to make one from.</summary>
    public bool HasReport => Exists(Summary) || Exists(Snapshot);

    /// <summary>The report; where both files exist their counters and states must agree.</summary>
    public RunReport ReadReport()
    {
        var fromSnapshot = Exists(Snapshot) ? Read(Snapshot, SnapshotReader.Read) : null;
        if (!Exists(Summary))
        {
            return fromSnapshot ?? throw Fault(RecheckProblems.EvidenceMissing, "it holds no performance/result_summary.json");
        }

        var report = Read(Summary, SummaryReader.Read);
        if (fromSnapshot is not null
            && (fromSnapshot.Issued != report.Issued || fromSnapshot.Completed != report.Completed || fromSnapshot.Failed != report.Failed || fromSnapshot.State != report.State))
        {
            throw Fault(RecheckProblems.EvidenceContradicts, "its summary and its last snapshot give other counts or states");
        }

        return report;
    }

    /// <summary>The row of each request; null where the phase has no map.</summary>
    public SampleIndexMap? ReadMap()
    {
        var file = path / "sample_idx_map.json";
        if (source.KindOf(file) is EntryKind.Missing)
        {
            return null;
        }

        var content = source.Read(file, MostMapBytes);
        var fault = content.Problem?.Detail;
        var map = content.Problem is null ? SampleIndexMap.Read(content.Bytes, out fault) : null;
        return map ?? throw Fault(RecheckProblems.EvidenceUnreadable, $"sample_idx_map.json: {fault}");
    }

    /// <summary>The phase's configuration; null where it has none.</summary>
    public Node? ReadConfig()
    {
        var document = DocumentReader.Read(source, path / "config.yaml", DocumentLanguage.Yaml, new ReadLimits());
        return document.Exists
            ? document.Root ?? throw Fault(RecheckProblems.EvidenceUnreadable, $"config.yaml: {document.Problem?.Detail}")
            : null;
    }

    /// <summary>The events; null where the phase has none, or they cannot be read: they are evidence beyond the rule.</summary>
    public PhaseEvents? ReadEvents(bool withOutputs)
    {
        var file = path / "events.jsonl";
        if (source.KindOf(file) is not EntryKind.File)
        {
            return null;
        }

        try
        {
            using var stream = source.Open(file);
            return PhaseEvents.Read(stream, withOutputs);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public AuditException Fault(string problem, string detail, AuditErrorKind kind = AuditErrorKind.Input)
        => new(kind, problem, $"Phase '{label}': {detail}.") { Phase = label };

    private bool Exists(string[] parts) => source.KindOf(File(parts)) is not EntryKind.Missing;

    private SubmissionPath File(string[] parts) => path / parts[0] / parts[1];

    private RunReport Read(string[] parts, ReportParser parse)
    {
        var content = source.Read(File(parts), MostConfigBytes);
        var fault = content.Problem?.Detail;
        var report = content.Problem is null ? parse(content.Bytes, out fault) : null;
        return report ?? throw Fault(RecheckProblems.EvidenceUnreadable, $"{parts[0]}/{parts[1]}: {fault}");
    }

    private delegate RunReport? ReportParser(ReadOnlyMemory<byte> utf8, out string? fault);
}
