using System.Globalization;

namespace MlPerf.Endpoints.Audits.Orchestration;

/// <summary>Resolves the report folder once, for the main run and the audit alike (audits, section 3.1 step 2).</summary>
internal static class ReportFolder
{
    public static string Resolve(string? optionFolder, string? configuredFolder, TimeProvider time)
    {
        var given = string.IsNullOrWhiteSpace(optionFolder) ? configuredFolder : optionFolder;
        return Path.GetFullPath(string.IsNullOrWhiteSpace(given)
            ? Path.Join(Path.GetTempPath(), $"reports_{time.GetLocalNow().ToString("yyyyMMdd_HHmmss", CultureInfo.InvariantCulture)}")
            : given);
    }
}
