namespace MlPerf.Endpoints.Core.Rules;

/// <summary>Something besides rules and formats that a pack may bring, such as an audit. Found by the same discovery, through <see cref="PackParts"/>.</summary>
/// <remarks>The library that defines a kind of part derives its contract from this interface; the core knows no kind by name.</remarks>
public interface IPackPart
{
    /// <summary>The part's id; unique among the parts of its kind.</summary>
    string Id { get; }
}
