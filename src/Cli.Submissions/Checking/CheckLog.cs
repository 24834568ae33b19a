using System.Globalization;
using System.Text;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Prism.Client.Files;

namespace MlPerf.Endpoints.SubmissionCli.Checking;

/// <summary>The log of a check as the reference leaves it in the working folder: 220 columns of text.</summary>
internal static class CheckLog
{
    private const int Width = 220;

    /// <returns>The file's name.</returns>
    public static async Task<string> WriteAsync(ToolHost host, Report report, CancellationToken cancellation)
    {
        var time = host.Time.GetLocalNow();
        var text = Text(report, time);
        for (var attempt = 0; ; attempt++)
        {
            // Two processes may write in the same second.
            var name = string.Create(CultureInfo.InvariantCulture, $"submission_checker_{time.AddSeconds(attempt):yyyyMMdd_HHmmss}.log");
            try
            {
                await DiskFile.WriteAsync(
                    Path.Combine(host.WorkingFolder, name), async file => await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation).ConfigureAwait(false), () => text.Length, overwrites: false).ConfigureAwait(false);
                return name;
            }
            catch (IOException exception) when (exception is not DiskFullException && attempt < 100 && File.Exists(Path.Combine(host.WorkingFolder, name)))
            {
                // Taken: the next second is free, or the one after.
            }
        }
    }

    private static string Text(Report report, DateTimeOffset time)
    {
        var rule = new string('-', Width);
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Time:     {time:yyyy-MM-dd HH:mm:ss}"));
        text.WriteLine($"Checked:  {report.SubmissionPath}");
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Results:  {report.Results.Length}, errors: {report.Errors.Length}, warnings: {report.Warnings.Length}"));
        text.WriteLine(rule);
        TextReportWriter.Write(text, report, new TextReportOptions { Width = Width });
        text.WriteLine(rule);
        return text.ToString();
    }
}
