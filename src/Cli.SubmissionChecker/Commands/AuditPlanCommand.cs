using System.CommandLine;
using System.Text.Json;
using MlPerf.Endpoints.Audits;
using MlPerf.Endpoints.Audits.Configuration;
using MlPerf.Endpoints.Audits.Orchestration;
using MlPerf.Endpoints.SubmissionChecker.Terminal;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>audit plan</c>: what would be run, and everything that stands against it.</summary>
internal static class AuditPlanCommand
{
    public static Command Create(ToolHost host)
    {
        var file = new Argument<string>("FILE") { Description = "A benchmark configuration with a block 'audit'." };
        var packs = new AuditPackOptions(host);
        var format = FormatOption.Create();
        var command = new Command("plan", "Shows the phases of a configuration's audit and every problem; loads the dataset, sends nothing.\n\nExample:\n  submission-checker audit plan benchmark.yaml") { file, format };
        packs.AddTo(command);
        command.SetAction(parsed => Plan(host, packs.Load(parsed), parsed.GetValue(file)!, parsed.IsJson(format)));
        return command;
    }

    private static int Plan(ToolHost host, AuditPackOptions.Loaded loaded, string file, bool isJson)
    {
        var reading = new BenchmarkConfigurationReader(loaded.Registry).ReadFile(host.Resolve(file));
        if (reading.Configuration is not { } benchmark)
        {
            return AuditOutput.Refuse(host, reading, file, isJson);
        }

        AuditPackOptions.RequireReaders(benchmark);
        AuditPlan plan;
        try
        {
            plan = new AuditPlanner(loaded.Registry, loaded.Runner).Plan(benchmark);
        }
        catch (AuditException failure)
        {
            if (isJson)
            {
                JsonOutput.Print(host, json => AuditOutput.WriteResult(json, failure.Kind is AuditErrorKind.Input ? "input" : "setup", failure.Problem, [], null));
            }
            else
            {
                host.Error.WriteLine($"{failure.Problem}: {failure.Message}");
            }

            return (int)failure.Kind;
        }

        if (isJson)
        {
            JsonOutput.Print(host, json => Write(json, plan));
        }
        else
        {
            Print(host.Output, plan);
        }

        return plan.Problems.IsEmpty ? CheckerExitCodes.Passed : (int)AuditErrorKind.Setup;
    }

    private static void Print(TerminalWriter output, AuditPlan plan)
    {
        output.WriteLine($"{plan.Audit.Id} ({plan.Audit.Descriptor.Title})");
        foreach (var (name, value) in plan.Configuration.Fields)
        {
            output.WriteLine($"  {name}: {value ?? "(default)"}");
        }

        output.WriteLine(plan.Phases.IsEmpty ? "Phases: none, the evidence is a finished run" : "Phases:");
        foreach (var phase in plan.Phases)
        {
            output.WriteLine($"  {phase.Label}: {phase.SampleCount?.ToString() ?? "all"} samples, {OrderName(phase.Order)}{(phase.FixedIndex is { } row ? $", row {row}" : "")}{(phase.OperatorTask is { } task ? $"; before it: {task}" : "")}");
        }

        if (plan.Dataset is { } dataset)
        {
            output.WriteLine($"Dataset: {dataset.Rows} rows");
        }

        foreach (var warning in plan.Warnings)
        {
            output.WriteLine(AuditOutput.Warning(warning));
        }

        foreach (var problem in plan.Problems)
        {
            output.WriteLine($"problem: {problem.Kind}: {problem.Message}");
        }
    }

    private static void Write(Utf8JsonWriter json, AuditPlan plan)
    {
        AuditOutput.WriteResult(json, plan.Problems.IsEmpty ? "planned" : "setup", plan.Problems.IsEmpty ? null : plan.Problems[0].Kind, plan.Warnings, null);
        json.WriteString("audit", plan.Audit.Id);
        json.WriteStartArray("phases");
        foreach (var phase in plan.Phases)
        {
            json.WriteStartObject();
            json.WriteString("label", phase.Label);
            json.WritePropertyName("n_samples");
            json.WriteRawValue(phase.SampleCount?.ToString() ?? "null");
            json.WriteString("order", OrderName(phase.Order));
            json.WritePropertyName("fixed_index");
            json.WriteRawValue(phase.FixedIndex?.ToString() ?? "null");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in plan.Problems)
        {
            json.WriteStartObject();
            json.WriteString("kind", problem.Kind);
            json.WriteString("message", problem.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string OrderName(SampleOrder order) => order switch
    {
        SampleOrder.WithoutReplacement => "without_replacement",
        SampleOrder.WithReplacement => "with_replacement",
        _ => "single",
    };
}
