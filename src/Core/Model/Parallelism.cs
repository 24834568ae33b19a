using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>How a point spreads its model over accelerators, as its own system description says, not validated (policy §4.5.3).</summary>
/// <remarks>Each field is taken from the top level where it stands there, even as null, else from <c>config_summary</c>; only JSON integers count.</remarks>
public sealed record Parallelism
{
    /// <summary>The four factors' fields, in the order of the policy.</summary>
    private static readonly string[] Factors = ["tensor_parallel", "pipeline_parallel", "expert_parallel", "data_parallel"];

    private Parallelism(BigInteger?[] factors, bool isDisaggregated)
    {
        (TensorParallel, PipelineParallel, ExpertParallel, DataParallel) = (factors[0] ?? 1, factors[1] ?? 1, factors[2] ?? 1, factors[3] ?? 1);
        IsDisaggregated = isDisaggregated;
    }

    /// <summary>TP, 1 where it is not stated.</summary>
    public BigInteger TensorParallel { get; }

    /// <summary>PP, 1 where it is not stated.</summary>
    public BigInteger PipelineParallel { get; }

    /// <summary>EP, 1 where it is not stated.</summary>
    public BigInteger ExpertParallel { get; }

    /// <summary>DP: replicas that run, 1 where it is not stated.</summary>
    public BigInteger DataParallel { get; }

    /// <summary>Whether prefill and decode run on nodes of their own.</summary>
    public bool IsDisaggregated { get; }

    /// <summary>A_replica: accelerators of one replica.</summary>
    public BigInteger AcceleratorsPerReplica => TensorParallel * PipelineParallel * ExpertParallel;

    /// <summary>Accelerators of all replicas.</summary>
    public BigInteger Accelerators => DataParallel * AcceleratorsPerReplica;

    /// <summary>Reads the parallelism of a description; null where it states none of the four factors.</summary>
    /// <param name="description">The description's top level; null where it could not be read.</param>
    public static Parallelism? Of(Node? description)
    {
        if (description is not { Kind: NodeKind.Map })
        {
            return null;
        }

        var factors = new BigInteger?[Factors.Length];
        var any = false;
        for (var index = 0; index < Factors.Length; index++)
        {
            factors[index] = Find(description, Factors[index]) is { Kind: NodeKind.Integer } node ? node.AsInteger : null;
            any |= factors[index] is not null;
        }

        return any
            ? new Parallelism(factors, Find(description, "disaggregated") is { Kind: NodeKind.Boolean, AsBoolean: true } or { Kind: NodeKind.Integer, AsInteger: { Sign: > 0, IsOne: false } })
            : null;
    }

    private static Node? Find(Node description, string name) => description[name] ?? description["config_summary"]?[name];
}
