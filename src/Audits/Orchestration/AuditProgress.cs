namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>How far an audit is.</summary>
/// <param name="Stage">What happens now.</param>
/// <param name="Label">The phase, or <c>main</c>.</param>
/// <param name="Run">The run's own progress; null between runs.</param>
public sealed record AuditProgress(AuditStage Stage, string Label, RunProgress? Run = null);
