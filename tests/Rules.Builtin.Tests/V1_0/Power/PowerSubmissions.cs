using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Power;

/// <summary>The clean sample with changes to its power descriptor: one air-cooled node, 2 × 400 W + 8 × 1400 W, 18 kW with overhead.</summary>
internal static class PowerSubmissions
{
    public const string PowerFile = "results/acme_a8/system_power.json";

    public const string Url = "https://acme.example.org/spec";

    public static SubmissionBuilder With(string json) => SubmissionBuilder.V1_0().Merge(PowerFile, json);

    /// <summary>The sample with a value of its node set replaced, by dotted path.</summary>
    public static SubmissionBuilder WithNodeSet(string field, object? value) => SubmissionBuilder.V1_0().Set(PowerFile, $"node_sets.0.{field}", value);

    /// <summary>The sample with four nodes behind a fabric: the first of 54.0 kW, 8 replicas at TP 4 on 32 accelerators.</summary>
    public static SubmissionBuilder FourNodes()
    {
        var submission = WithNodeSet("nodes_provisioned", 4).Merge(PowerFile, """
            {"scale_out": {"present": true, "cabling": "passive", "required_bandwidth_tbps": 1.6,
             "nics": {"count_per_node": 1, "bandwidth_per_nic_gbps": 400, "counted": true, "tdp_per_nic": {"value_w": 0, "source_type": "vendor_spec", "source": "https://acme.example.org/spec"}},
             "switches": [{"model": "x", "count": 1, "bandwidth_tbps": 51.2, "power_per_switch": {"value_w": 1000, "source_type": "vendor_spec", "source": "https://acme.example.org/spec"}}]}}
            """);
        foreach (var point in (int[])[8, 12, 48, 128, 256, 384, 512])
        {
            submission.Merge($"results/acme_a8/llama3_1-8b/r{point}/system_desc.json", """{"tensor_parallel": 4, "data_parallel": 8}""");
        }

        return submission;
    }
}
