using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>A configuration file that was read: the configuration, or every fault.</summary>
/// <param name="Configuration">The configuration; null where there is any fault.</param>
/// <param name="Problems">The faults in the order of the book.</param>
public sealed record ConfigurationReading(BenchmarkConfiguration? Configuration, ImmutableArray<ConfigurationProblem> Problems);
