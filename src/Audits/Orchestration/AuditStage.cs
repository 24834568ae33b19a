namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>What an orchestrator is doing.</summary>
public enum AuditStage
{
    /// <summary>Setting a run up.</summary>
    Preparing,

    /// <summary>Loading the endpoint.</summary>
    Running,

    /// <summary>Writing a run's files.</summary>
    Finishing,

    /// <summary>Waiting for the operator or a command between stages.</summary>
    Waiting,

    /// <summary>Judging the evidence.</summary>
    Verifying,
}
