namespace MlPerf.Endpoints.PrismStandIn;

/// <summary>A fault that waits for its requests.</summary>
internal sealed class Strike(Fault fault)
{
    private int _passed;
    private int _struck;

    public bool Matches(string method, string path)
        => _struck < fault.Times && (fault.Method is null || string.Equals(fault.Method, method, StringComparison.Ordinal)) && path.Contains(fault.Path, StringComparison.Ordinal);

    /// <summary>The fault where it strikes now; null where this request passes.</summary>
    public Fault? Take()
    {
        if (_passed < fault.After)
        {
            _passed++;
            return null;
        }

        _struck++;
        return fault;
    }
}
