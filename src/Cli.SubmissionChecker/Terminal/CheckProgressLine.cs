using MlPerf.Endpoints.Core.Checking;

namespace MlPerf.Endpoints.SubmissionChecker.Terminal;

/// <summary>Says how far a long check is.</summary>
internal sealed class CheckProgressLine(ProgressLine line, string path) : IProgress<CheckProgress>
{
    public void Report(CheckProgress value) => line.Show(_ => $"checking {path}: {value.PointsRead} points read");
}
