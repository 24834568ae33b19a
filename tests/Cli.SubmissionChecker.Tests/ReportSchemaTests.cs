using System.Text;
using MlPerf.Endpoints.Core.Reporting;
using MlPerf.Endpoints.Testing.Building;
using NJsonSchema;

namespace MlPerf.Endpoints.SubmissionChecker.Tests;

/// <summary>docs/report.schema.json describes what is written.</summary>
public sealed class ReportSchemaTests
{
    private static readonly string File = Path.Combine(ToolRun.Root, "docs", "report.schema.json");

    public static IEnumerable<string> SampleNames() => Samples.Names;

    [TestCaseSource(nameof(SampleNames))]
    public async Task Reports_keep_to_the_schema(string sample)
    {
        var schema = await JsonSchema.FromFileAsync(File);

        Assert.That(schema.Validate(SubmissionBuilder.FromSample(sample).Check().ToJson()), Is.Empty);
    }

    [Test]
    public async Task Several_reports_keep_to_the_schema()
    {
        var schema = await JsonSchema.FromFileAsync(File);
        using var utf8 = new MemoryStream();
        JsonReportWriter.Write(utf8, [SubmissionBuilder.V1_0().Check(), SubmissionBuilder.V0_7Readme().Check()]);

        Assert.That(schema.Validate(Encoding.UTF8.GetString(utf8.ToArray())), Is.Empty);
    }

    [Test]
    public async Task The_schema_refuses_what_is_no_report()
    {
        var schema = await JsonSchema.FromFileAsync(File);

        Assert.That(schema.Validate("""{"passed": true}"""), Is.Not.Empty);
    }
}
