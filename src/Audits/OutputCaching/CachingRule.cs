using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Audits.Evidence;
using MlPerf.Endpoints.Audits.Json;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Audits.OutputCaching;

/// <summary>The caching rule: both phases complete, and the fixed sample not faster than the reference by the tolerance (audits, section 5.1).</summary>
/// <remarks>IEEE doubles throughout, in this order of operations; the boundary values of section 5.4 depend on it.</remarks>
public static class CachingRule
{
    /// <summary>The reason of a phase that did not complete enough.</summary>
    public const string Incomplete = "incomplete";

    /// <summary>The reason of a pass.</summary>
    public const string BelowLimit = "below_limit";

    /// <summary>The reason of a fixed-sample phase that was too fast.</summary>
    public const string AtOrAboveLimit = "at_or_above_limit";

    /// <summary>Applies the rule.</summary>
    /// <param name="reference">The reference phase.</param>
    /// <param name="audit">The fixed-sample phase.</param>
    /// <param name="threshold">The tolerance.</param>
    public static AuditVerdict Judge(CachingPhase reference, CachingPhase audit, double threshold)
    {
        var need = 1.0 - threshold;
        var isReferenceComplete = IsComplete(reference, need);
        var isAuditComplete = IsComplete(audit, need);
        var limit = reference.Qps * (1.0 + threshold);
        var isComplete = isReferenceComplete && isAuditComplete;
        var passed = isComplete && audit.Qps < limit;
        var kind = !isComplete ? Incomplete : passed ? BelowLimit : AtOrAboveLimit;
        return new AuditVerdict(
            OutputCachingAudit.AuditId,
            passed,
            [
                Detail.Of("ref_qps", reference.Qps),
                Detail.Of("audit_qps", audit.Qps),
                Detail.Of("threshold", threshold),
                Detail.Of("ref_completed", reference.Completed),
                Detail.Of("ref_requested", reference.Requested),
                Detail.Of("audit_completed", audit.Completed),
                Detail.Of("audit_requested", audit.Requested),
            ],
            kind,
            Explain(kind, reference, audit, threshold, limit));
    }

    private static bool IsComplete(CachingPhase phase, double need) => JsonIntegers.ToDouble(phase.Completed) >= JsonIntegers.ToDouble(phase.Requested) * need;

    private static string Explain(string kind, CachingPhase reference, CachingPhase audit, double threshold, double limit)
    {
        var percent = (threshold * 100).ToString("0.####", CultureInfo.InvariantCulture);
        return kind switch
        {
            Incomplete => $"A phase is incomplete: reference {reference.Completed} of {reference.Requested}, fixed sample {audit.Completed} of {audit.Requested} completed; {percent} % may be missing.",
            BelowLimit => $"The fixed sample ran at {Show(audit.Qps)} requests a second, below the limit of {Show(limit)} (reference {Show(reference.Qps)} + {percent} %).",
            _ => $"The fixed sample ran at {Show(audit.Qps)} requests a second, not below the limit of {Show(limit)} (reference {Show(reference.Qps)} + {percent} %): answers seem to be reused.",
        };
    }

    private static string Show(double rate) => double.IsFinite(rate) ? rate.ToString("G6", CultureInfo.InvariantCulture) : PythonFloat.ToJson(rate);
}
