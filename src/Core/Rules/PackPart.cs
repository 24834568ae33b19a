namespace MlPerf.Endpoints.Core.Rules;

/// <summary>A part with the pack that brought it.</summary>
/// <typeparam name="T">The kind of part.</typeparam>
/// <param name="Part">The part.</param>
/// <param name="Pack">Where it came from.</param>
public sealed record PackPart<T>(T Part, RulePack Pack)
    where T : class, IPackPart;
