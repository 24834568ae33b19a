using System.Collections.Immutable;
using System.Numerics;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Rules.Mlx.Export;

/// <summary>Takes curves from the model of a submission, either revision.</summary>
internal static class SubmissionCurves
{
    public static IReadOnlyList<ExportCurve> Of(Submission submission) => [.. submission.Curves.Select(curve => Of(submission, curve))];

    private static ExportCurve Of(Submission submission, Curve curve)
    {
        var isV1_0 = submission.Revision.Name is "v1.0";
        var description = isV1_0 ? curve.ReferencePoint?.Files.DescriptionObject : curve.System.Description?.Document.Root;
        return new ExportCurve
        {
            Path = curve.Path.ToString(),
            Folder = curve.ModelName,
            ModelName = isV1_0 ? First(curve, config => config.ModelName) : description?["model_name"]?.AsText,
            LinkToModel = isV1_0 ? First(curve, config => config.LinkToModel) : description?["link_to_model"]?.AsText,
            Precision = isV1_0 ? First(curve, config => config.ModelPrecision) : description?["model_precision"]?.AsText,
            SystemId = curve.System.Id,
            Description = description,
            Spec = submission.Revision.Name,
            Points = [.. curve.MeasuredPoints.Select(point => Of(point, curve, isV1_0))],
            Scores = curve.DeclaredAccuracy?.Value is { } declared ? [new ExportScore(curve.Points.FirstOrDefault()?.Config.Dataset ?? "", declared.Metric, declared.Score)] : [],
            Unreadable = [.. curve.Folders.Where(folder => folder is not MeasuredPoint).Select(folder => $"{folder.Path}: the point is not written, as its configuration or its summary could not be read")],
        };
    }

    private static ExportPoint Of(MeasuredPoint point, Curve curve, bool isV1_0)
    {
        var config = point.Config;
        return new ExportPoint
        {
            Path = point.Path.ToString(),
            Concurrency = config.Concurrency,
            IsDedicatedOffline = isV1_0 && config.IsDedicatedOffline,
            IsOffline = isV1_0 && config.IsOffline,
            IsAgentic = config.IsAgentic,
            Region = point.Region?.Name ?? config.DeclaredRegion ?? "",
            LoadPattern = config.LoadPattern,
            Dataset = string.IsNullOrEmpty(config.Dataset) ? config.DatasetName ?? "" : config.Dataset,
            Division = config.Division ?? curve.System.Description?.Value?.Division ?? "",
            SeedSet = config.SeedSet ?? "",
            TargetCohort = config.TargetCohort ?? "",
            Figures = new SummaryFigures(point.SummaryFile?.Document.Root ?? throw new InvalidOperationException("A measured point has a summary."), readsDecimals: isV1_0),
            Interactivity = point.Summary.E2EAvgInteractivity,
            SteadyStateS = config.SteadyState?.WindowDurationS,
            Utilization = point.Files.DescriptionObject?["tps_utilization"]?.RawNumber,
            Power = isV1_0 ? point.Power : Availability<PointPower>.Absent("the revision knows no power"),
            Generation = GenerationFacts.Of(point.Files.BenchmarkConfig),
            Scores = isV1_0 ? Scores(point.Files.Accuracy?.Value) : MeasuredScores(curve, config.Concurrency),
        };
    }

    // Only the first point that says it speaks, as for the rules.
    private static string? First(Curve curve, Func<PointConfig, string?> value) => curve.Points.Select(point => value(point.Config)).FirstOrDefault(text => !string.IsNullOrEmpty(text));

    /// <summary>The scores of a point's accuracy results.</summary>
    internal static ImmutableArray<ExportScore> Scores(AccuracyResults? accuracy)
        => accuracy is null ? [] : [.. accuracy.Entries.SelectMany(entry => entry.Metrics.Select(metric => new ExportScore(entry.Name, metric.Name, metric.Value)
        {
            IsUnnamed = metric.IsUnnamed,
            IsInline = ReferenceEquals(entry, accuracy.Inline),
            DatasetType = entry.DatasetType ?? "",
            Samples = entry.Samples,
            Repeats = entry.Repeats,
        }))];

    // v0.7 keeps the accuracy of a point below results/point_<C>/.
    private static ImmutableArray<ExportScore> MeasuredScores(Curve curve, BigInteger concurrency)
    {
        foreach (var file in curve.AccuracyFiles)
        {
            if (file.Value is { } accuracy && file.Document.Path.Value.Contains($"/point_{concurrency}/", StringComparison.Ordinal))
            {
                return [.. accuracy.Scores.Select(score =>
                {
                    var entry = score.Pointer.Split('/') is [_, var token, ..] ? token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal) : "";
                    return new ExportScore(file.Document.Root?[entry]?["dataset_name"]?.AsText ?? entry, score.Metric, score.Value)
                    {
                        IsUnnamed = score.Metric is AccuracyMetric.Unnamed,
                        Samples = accuracy.SampleCounts.FirstOrDefault(count => count.Dataset == entry)?.Count,
                    };
                })];
            }
        }

        return [];
    }
}
