namespace MlPerf.Endpoints.Core.Model;

/// <summary>A folder below <c>src/</c>: one implementation of the benchmark (v1.0).</summary>
/// <param name="Name">The folder's name.</param>
/// <param name="Readme">Its README: the file found, whatever its case, else where <c>README.md</c> is expected.</param>
public sealed record Implementation(string Name, ExpectedEntry Readme);
