using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Benchmarks;

/// <summary>A submission of many systems: copies of the clean sample's one, seven points each.</summary>
internal static class LargeSubmission
{
    public static SubmissionBuilder Of(string spec, int systems)
    {
        var (builder, folders) = spec is "v1.0"
            ? (SubmissionBuilder.V1_0(), new[] { "results/acme_a8" })
            : (SubmissionBuilder.V0_7Release(), Systems(SubmissionBuilder.V0_7Release()));
        for (var copy = 1; copy < systems; copy++)
        {
            foreach (var folder in folders)
            {
                var dot = folder.EndsWith(".json", StringComparison.Ordinal) ? folder.Length - ".json".Length : folder.Length;
                builder.Copy(folder, $"{folder[..dot]}-{copy:000}{folder[dot..]}");
            }
        }

        return builder;
    }

    private static string[] Systems(SubmissionBuilder sample)
    {
        var description = sample.Paths.Single(path => path.StartsWith("systems/", StringComparison.Ordinal));
        return [description, "pareto/" + Path.GetFileNameWithoutExtension(description)];
    }
}
