using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using MlPerf.Endpoints.Audits.Configuration;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

public sealed class ConfigVectorTests
{
    private static IEnumerable<TestCaseData> Config => AuditVectors.OfCaching("config");

    private static IEnumerable<TestCaseData> Validate => AuditVectors.OfCaching("validate");

    [TestCaseSource(nameof(Config))]
    public void Reads_the_block_or_every_fault(JsonElement vector)
    {
        var variables = vector.TryGetProperty("env", out var env)
            ? env.EnumerateObject().ToDictionary(variable => variable.Name, variable => variable.Value.GetString(), StringComparer.Ordinal)
            : [];
        var reading = new BenchmarkConfigurationReader(AuditRegistry.Builtin, name => variables.GetValueOrDefault(name)).Read(Encoding.UTF8.GetBytes(vector.GetProperty("yaml").GetString()!));
        var expected = vector.GetProperty("expect");

        if (!expected.GetProperty("ok").GetBoolean())
        {
            Assert.That(
                reading.Problems.Select(problem => (problem.Path, problem.Kind)),
                Is.EqualTo(expected.GetProperty("errors").EnumerateArray().Select(error => (error.GetProperty("path").GetString(), error.GetProperty("kind").GetString()))));
            return;
        }

        Assert.That(reading.Problems, Is.Empty);
        var audit = reading.Configuration!.Audit;
        if (expected.GetProperty("audit").ValueKind is JsonValueKind.Null)
        {
            Assert.That(audit, Is.Null);
            return;
        }

        var fields = new[] { Detail.Of("test", audit!.Test), Detail.Of("only", audit.Only) }.Concat(audit.Fields).ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        using (Assert.EnterMultipleScope())
        {
            foreach (var field in expected.GetProperty("audit").EnumerateObject())
            {
                Assert.That(Text(fields[field.Name]), Is.EqualTo(Text(field.Value)), field.Name);
            }

            Assert.That(
                AuditRegistry.Builtin.Find(audit.Test)!.Plan(audit).Select(phase => (phase.Label, Text(phase.SampleCount), OrderName(phase.Order), Text(phase.FixedIndex), ModeName(phase.Mode))),
                Is.EqualTo(expected.GetProperty("plan").EnumerateArray().Select(phase => (
                    phase.GetProperty("label").GetString(),
                    Text(phase.GetProperty("n_samples")),
                    phase.GetProperty("order").GetString(),
                    Text(phase.GetProperty("fixed_index")),
                    phase.GetProperty("test_mode").GetString()))));
        }
    }

    [TestCaseSource(nameof(Validate))]
    public void Validates_before_anything_is_sent(JsonElement vector)
    {
        var block = new StringBuilder("audit: {test: output_caching_test");
        foreach (var field in vector.GetProperty("audit").EnumerateObject().Where(field => field.Name is not "test"))
        {
            block.Append(CultureInfo.InvariantCulture, $", {field.Name}: {field.Value.GetRawText()}");
        }

        var yaml = $"type: offline\nmodel_params: {{name: m}}\ndatasets: [{{path: d.jsonl}}]\nendpoint_config: {{endpoints: [\"http://h:1\"]}}\n{block}}}\n";
        var configuration = new BenchmarkConfigurationReader(AuditRegistry.Builtin).Read(Encoding.UTF8.GetBytes(yaml)).Configuration!.Audit!;
        var context = new ValidationContext(vector.GetProperty("dataset_size").GetInt64(), vector.GetProperty("load_pattern").GetString()!);

        var problems = AuditRegistry.Builtin.Find(configuration.Test)!.Validate(configuration, context);

        var expected = vector.GetProperty("expect");
        Assert.That(problems.FirstOrDefault()?.Kind, Is.EqualTo(expected.GetProperty("ok").GetBoolean() ? null : expected.GetProperty("kind").GetString()));
    }

    internal static string OrderName(SampleOrder order) => order switch
    {
        SampleOrder.WithoutReplacement => "without_replacement",
        SampleOrder.WithReplacement => "with_replacement",
        _ => "single",
    };

    internal static string ModeName(PhaseMode mode) => mode switch
    {
        PhaseMode.Performance => "perf",
        PhaseMode.Accuracy => "acc",
        _ => "both",
    };

    private static string Text(object? value) => value switch
    {
        null => "null",
        true => "true",
        false => "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        JsonElement { ValueKind: JsonValueKind.String } element => element.GetString()!,
        JsonElement { ValueKind: JsonValueKind.Number } element when element.GetRawText().AsSpan().ContainsAny('.', 'e', 'E') => element.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonElement element => element.GetRawText(),
        _ => value.ToString()!,
    };
}
