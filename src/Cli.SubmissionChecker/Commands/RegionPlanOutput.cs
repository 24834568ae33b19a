using System.Globalization;
using System.Numerics;
using System.Text.Json;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.SubmissionChecker.Terminal;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>regions --plan K</c>: concurrencies that cover the regions.</summary>
internal static class RegionPlanOutput
{
    public static int Print(BigInteger cMax, BigInteger cMin, int count, bool isJson)
    {
        var plan = RegionPlanner.Plan(cMax, cMin, count);
        if (!plan.IsPresent)
        {
            Console.WriteLine($"No plan: {plan.Reason}.");
            return ExitCodes.Findings;
        }

        if (isJson)
        {
            PrintJson(plan.Value);
        }
        else
        {
            PrintTable(plan.Value);
        }

        return ExitCodes.Passed;
    }

    private static void PrintTable(RegionPlan plan)
    {
        Console.WriteLine($"{plan.Points.Length} points for C_max {plan.Layout.CMax}, C_min {plan.Layout.CMin} (v1.0)");
        var width = plan.Points.Max(point => Text(point.Concurrency).Length);
        foreach (var point in plan.Points)
        {
            Console.WriteLine($"{Text(point.Concurrency).PadLeft(Math.Max(width, 4))}  {point.Region}");
        }

        Console.WriteLine($"\nThe point at {plan.Layout.CMax} can be elected as Offline point (offline: elected); a dedicated Offline run comes on top.");
    }

    private static void PrintJson(RegionPlan plan)
    {
        using var json = new Utf8JsonWriter(StandardStream.OpenOutput(), new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("schema_version", "1.0");
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
        json.WriteEndObject();
        json.Flush();
        Console.WriteLine();
    }

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
