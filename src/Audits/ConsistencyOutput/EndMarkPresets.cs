using System.Collections.Immutable;

namespace MlPerf.Endpoints.Audits.ConsistencyOutput;

/// <summary>End-of-sequence texts of known model families.</summary>
internal static class EndMarkPresets
{
    private static readonly (string Part, string[] Marks)[] Families =
    [
        ("llama-3", ["<|eot_id|>", "<|end_of_text|>"]),
        ("llama3", ["<|eot_id|>", "<|end_of_text|>"]),
        ("llama-2", ["</s>"]),
        ("llama2", ["</s>"]),
        ("mixtral", ["</s>"]),
        ("deepseek-r1", ["<｜end▁of▁sentence｜>"]),
    ];

    public static ImmutableArray<string>? For(string model)
    {
        foreach (var (part, marks) in Families)
        {
            if (model.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return [.. marks];
            }
        }

        return null;
    }
}
