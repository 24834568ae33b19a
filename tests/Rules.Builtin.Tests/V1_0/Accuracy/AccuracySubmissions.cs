using System.Globalization;
using MlPerf.Endpoints.Testing.Building;

namespace MlPerf.Endpoints.Rules.Builtin.Tests.V1_0.Accuracy;

/// <summary>Samples with other accuracy results. The single-turn one has C_min 8 and C_max 512, so Low is 9–16, Medium 17–71, High 72–512; r512 is elected.</summary>
internal static class AccuracySubmissions
{
    public const string Curve = "results/acme_a8/llama3_1-8b";
    public const string AgenticCurve = "results/fjord_gb300x8/qwen3_6-35b-a3b";

    /// <summary>The accuracy file of a point of the single-turn sample.</summary>
    public static string File(int concurrency) => string.Create(CultureInfo.InvariantCulture, $"{Curve}/r{concurrency}/accuracy_results.json");

    /// <summary>The accuracy file of a point of the agentic sample.</summary>
    public static string AgenticFile(int concurrency) => string.Create(CultureInfo.InvariantCulture, $"{AgenticCurve}/r{concurrency}/accuracy_results.json");

    /// <summary>The single-turn sample with this accuracy file at r8.</summary>
    public static SubmissionBuilder With(string text) => SubmissionBuilder.V1_0().Write(File(8), text);

    /// <summary>The single-turn sample with an accuracy run at these concurrencies and nowhere else. Points that it lacks are added.</summary>
    public static SubmissionBuilder WithRunsAt(params int[] concurrencies)
    {
        var submission = SubmissionBuilder.V1_0();
        var accuracy = "";
        foreach (var concurrency in (int[])[8, 12, 48, 512])
        {
            submission.Remove(File(concurrency));
        }

        accuracy = """{"cnn_dailymail": {"num_samples": 13368, "score": {"rouge1": 38.71}}}""";
        foreach (var concurrency in concurrencies)
        {
            WithPoint(submission, concurrency).Write(File(concurrency), accuracy);
        }

        return submission;
    }

    /// <summary>Adds a point to the single-turn sample, unless it has it.</summary>
    public static SubmissionBuilder WithPoint(SubmissionBuilder submission, int concurrency)
    {
        var folder = string.Create(CultureInfo.InvariantCulture, $"{Curve}/r{concurrency}");
        return submission.Paths.Contains($"{folder}/point.yaml")
            ? submission
            : submission.Copy($"{Curve}/r128", folder).Set($"{folder}/point.yaml", "concurrency", concurrency);
    }

    /// <summary>The single-turn sample, its folder and model renamed, with these scores and this sample count at r8 and no other accuracy.</summary>
    public static SubmissionBuilder WithModel(string model, string scores, long samples)
    {
        var folder = $"results/acme_a8/{model}";
        var submission = SubmissionBuilder.V1_0();
        submission.Copy(Curve, $"{folder}.new").Remove(Curve).Copy($"{folder}.new", folder).Remove($"{folder}.new");
        foreach (var file in submission.Paths.Where(path => path.EndsWith("/accuracy_results.json", StringComparison.Ordinal)).ToList())
        {
            submission.Remove(file);
        }

        return submission.Write($"{folder}/r8/accuracy_results.json", string.Create(CultureInfo.InvariantCulture, $$$$"""{"set": {"num_samples": {{{{samples}}}}, "score": {{{{scores}}}}}}"""));
    }

    /// <summary>A text as JSON writes it, so that cases need no escapes of their own.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
