using MlPerf.Endpoints.Core.Reporting;

namespace MlPerf.Endpoints.Tools;

/// <summary>Reports for people, on standard output.</summary>
internal static class TextReports
{
    public static void Write(ToolHost host, Report report, bool isQuiet, bool isStrict)
        => TextReportWriter.Write(Target(host), report, new TextReportOptions { Width = host.Width, UseColor = host.UsesColor, IsQuiet = isQuiet, IsStrict = isStrict });

    /// <summary>Standard output for texts that bring their own colours where colours are wanted.</summary>
    public static TextWriter Target(ToolHost host) => host.UsesColor ? host.Output.ColouredLines : host.Output.Lines;
}
