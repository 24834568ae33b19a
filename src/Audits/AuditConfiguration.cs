namespace MlPerf.Endpoints.Audits;

/// <summary>The block <c>audit:</c> of a benchmark configuration: one record for each audit, told apart by <see cref="Test"/>.</summary>
/// <param name="Test">The audit's id.</param>
public abstract record AuditConfiguration(string Test)
{
    /// <summary>Whether the main run is left out. Default false.</summary>
    public bool Only { get; init; }

    /// <summary>The block's fields in the order of their declaration, as they are written to <c>config.yaml</c>; <c>test</c> and <c>only</c> come by themselves.</summary>
    public abstract IEnumerable<Detail> Fields { get; }

    /// <summary>Fields that neither the block nor a preset gives though the audit cannot do without them.</summary>
    public virtual IEnumerable<string> MissingFields => [];
}
