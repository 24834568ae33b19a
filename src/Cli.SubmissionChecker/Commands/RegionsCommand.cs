using System.CommandLine;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using MlPerf.Endpoints.Core.Model;
using MlPerf.Endpoints.SubmissionChecker.Terminal;

namespace MlPerf.Endpoints.SubmissionChecker.Commands;

/// <summary><c>regions</c>: prints the concurrency regions of a system.</summary>
internal static class RegionsCommand
{
    private const int MostPlanned = 10_000;

    public static Command Create(ToolHost host)
    {
        var cMax = new Option<BigInteger>("--max-concurrency", "-M") { Description = "C_max: the declared maximum supported concurrency.", Required = true, HelpName = "N", CustomParser = Parse };
        var cMin = new Option<BigInteger>("--min-concurrency", "-m") { Description = "C_min: the lowest concurrency of the curve, at most 32 (v1.0).", DefaultValueFactory = _ => RegionBoundaries.LargestCMin, HelpName = "N", CustomParser = Parse };
        var spec = new Option<string>("--spec") { Description = "Revision of the rules: v1.0 or v0.7.", DefaultValueFactory = _ => "v1.0" };
        spec.AcceptOnlyFromAmong("v1.0", "v0.7");
        var format = FormatOption.Create();
        var plan = new Option<int?>("--plan") { Description = "Propose this many concurrencies that cover the regions (v1.0).", HelpName = "K" };
        plan.Require(static count => count <= MostPlanned && double.IsInteger(count), $"a number up to {MostPlanned}");
        var command = new Command("regions", "Prints the concurrency regions that the points of a curve have to cover.\n\nExample:\n  submission-checker regions --max-concurrency 1024 --min-concurrency 8 --plan 8") { cMax, cMin, spec, format, plan };
        command.SetAction(parsed =>
        {
            var (lowest, points, isV0_7, isJson) = (parsed.GetValue(cMin), parsed.GetValue(plan), parsed.GetValue(spec) is "v0.7", parsed.IsJson(format));
            if (isV0_7 && (points is not null || lowest != RegionBoundaries.LargestCMin))
            {
                throw new UsageException($"The regions of v0.7 begin at {RegionBoundaries.LargestCMin} and have no plan: leave --min-concurrency and --plan out, or give --spec v1.0.");
            }

            return points is { } count ? RegionPlanOutput.Print(host, parsed.GetValue(cMax), lowest, count, isJson) : Print(host, parsed.GetValue(cMax), lowest, isV0_7, isJson);
        });
        return command;
    }

    private static int Print(ToolHost host, BigInteger cMax, BigInteger cMin, bool isV0_7, bool isJson)
    {
        var layout = isV0_7 ? RegionBoundaries.V0_7(cMax) : RegionBoundaries.V1_0(cMax, cMin);
        if (layout is null)
        {
            // The reference prints this on standard output; programs that read its answer look there.
            host.Output.WriteLine(Explain(cMax, cMin));
            return CheckerExitCodes.Findings;
        }

        if (isJson)
        {
            JsonOutput.Print(host, json => Write(json, layout));
        }
        else
        {
            PrintTable(host.Output, layout, isV0_7);
        }

        return CheckerExitCodes.Passed;
    }

    private static string Explain(BigInteger cMax, BigInteger cMin)
        => cMax <= RegionBoundaries.LargestCMin ? $"There are no regions for a maximum concurrency of {cMax}: it has to be above {RegionBoundaries.LargestCMin}."
            : cMin < 1 || cMin > RegionBoundaries.LargestCMin ? $"There are no regions for a minimum concurrency of {cMin}: it has to lie between 1 and {RegionBoundaries.LargestCMin}."
            : $"There are no regions for a maximum concurrency of {cMax}: 1.1 times as much is beyond the range of a double.";

    private static void PrintTable(TerminalWriter output, RegionLayout layout, bool isV0_7)
    {
        output.WriteLine(isV0_7 ? $"Regions for C_max {layout.CMax} (v0.7)" : $"Regions for C_max {layout.CMax}, C_min {layout.CMin} (v1.0)");
        var rows = layout.Regions.Select(region => (Label: Label(region.Name, isV0_7), Start: Text(region.Start), End: Text(region.End), Note: region.IsEmpty ? "  (empty)" : "")).ToList();
        var (label, start, end) = (Math.Max(6, rows.Max(row => row.Label.Length)), Math.Max(5, rows.Max(row => row.Start.Length)), Math.Max(3, rows.Max(row => row.End.Length)));
        output.WriteLine($"{"Region".PadRight(label)}  {"Start".PadLeft(start)}  {"End".PadLeft(end)}");
        foreach (var row in rows)
        {
            output.WriteLine($"{row.Label.PadRight(label)}  {row.Start.PadLeft(start)}  {row.End.PadLeft(end)}{row.Note}");
        }

        if (!isV0_7)
        {
            output.WriteLine($"\nUltra Low Concurrency, which every curve covers too: 1 to {RegionBoundaries.LargestCMin} (to C_min where system_desc.json declares c_min_override).");
        }
    }

    private static void Write(Utf8JsonWriter json, RegionLayout layout)
    {
        Write(json, "c_max", layout.CMax);
        Write(json, "c_min", layout.CMin);
        if (layout.Regions.Length == 5)
        {
            // Every curve of v1.0 covers this band too; a declared c_min_override narrows it to C_min.
            json.WriteNumber("ultra_low_concurrency_end", RegionBoundaries.LargestCMin);
            json.WriteNumber("margin_factor", RegionBoundaries.MarginFactor);
        }

        json.WriteStartArray("regions");
        foreach (var region in layout.Regions)
        {
            json.WriteStartObject();
            json.WriteString("name", region.Name);
            Write(json, "start", region.Start);
            Write(json, "end", region.End);
            json.WriteBoolean("empty", region.IsEmpty);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, BigInteger value)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(Text(value));
    }

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Label(string name, bool isV0_7) => name switch
    {
        RegionNames.LowLatency => "Low Latency",
        RegionNames.LowThroughput => "Low Throughput",
        RegionNames.MedThroughput => "Medium Throughput",
        RegionNames.HighThroughput when isV0_7 => "High Throughput (incl. 10% margin)",
        RegionNames.LowConcurrency => "Low Concurrency",
        RegionNames.MedConcurrency => "Medium Concurrency",
        RegionNames.HighConcurrency => "High Concurrency",
        _ => "Margin",
    };

    private static BigInteger Parse(System.CommandLine.Parsing.ArgumentResult argument)
    {
        var text = argument.Tokens[^1].Value;
        if (Core.Reading.PythonText.TryParseInteger(text, out var value))
        {
            return value;
        }

        argument.AddError($"'{text}' is no whole number.");
        return default;
    }
}
