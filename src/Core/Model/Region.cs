using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>A band of concurrencies, both ends inclusive; empty where <see cref="Start"/> exceeds <see cref="End"/>.</summary>
/// <param name="Name">The name that point files use: <c>low_latency</c>.</param>
/// <param name="Start">Lowest concurrency.</param>
/// <param name="End">Highest concurrency.</param>
public sealed record Region(string Name, BigInteger Start, BigInteger End)
{
    /// <summary>Whether no concurrency lies in it.</summary>
    public bool IsEmpty => Start > End;

    /// <summary>Whether a concurrency lies in it.</summary>
    public bool Contains(BigInteger concurrency) => concurrency >= Start && concurrency <= End;

    /// <summary><c>33–42</c>, or <c>34–33 (empty)</c>.</summary>
    public string Bounds => IsEmpty ? $"{Digits.Of(Start)}–{Digits.Of(End)} (empty)" : $"{Digits.Of(Start)}–{Digits.Of(End)}";
}
