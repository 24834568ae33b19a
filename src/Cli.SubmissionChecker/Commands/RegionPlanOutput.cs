using System.Globalization;
using System.Numerics;
using System.Text.Json;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.SubmissionChecker.Terminal;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>regions --plan K</c>: concurrencies that cover the regions.</summary>
internal static class RegionPlanOutput
{
    public static int Print(ToolHost host, BigInteger cMax, BigInteger cMin, int count, bool isJson)
    {
        var plan = RegionPlanner.Plan(cMax, cMin, count);
        if (!plan.IsPresent)
        {
            host.Output.WriteLine($"No plan: {plan.Reason}.");
            return CheckerExitCodes.Findings;
        }

        if (isJson)
        {
            JsonOutput.Print(host, json => Write(json, plan.Value));
        }
        else
        {
            PrintTable(host.Output, plan.Value);
        }

        return CheckerExitCodes.Passed;
    }

    private static void PrintTable(TerminalWriter output, RegionPlan plan)
    {
        output.WriteLine($"{plan.Points.Length} points for C_max {plan.Layout.CMax}, C_min {plan.Layout.CMin} (v1.0)");
        var width = plan.Points.Max(point => Text(point.Concurrency).Length);
        foreach (var point in plan.Points)
        {
            output.WriteLine($"{Text(point.Concurrency).PadLeft(Math.Max(width, 4))}  {point.Region}");
        }

        output.WriteLine($"\nThe point at {plan.Layout.CMax} can be elected as Offline point (offline: elected); a dedicated Offline run comes on top.");
    }

    private static void Write(Utf8JsonWriter json, RegionPlan plan)
    {
        json.WritePropertyName("c_max");
        json.WriteRawValue(Text(plan.Layout.CMax));
        json.WritePropertyName("c_min");
        json.WriteRawValue(Text(plan.Layout.CMin));
        json.WriteStartArray("points");
        foreach (var point in plan.Points)
        {
            json.WriteStartObject();
            json.WritePropertyName("concurrency");
            json.WriteRawValue(Text(point.Concurrency));
            json.WriteString("region", point.Region);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
