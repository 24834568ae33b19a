using System.CommandLine;

namespace MlPerf.Endpoints.Tools;

/// <summary>The option <c>--format</c>: text for people, JSON for programs.</summary>
internal static class FormatOption
{
    private const string Json = "json";

    public static Option<string> Create()
    {
        var format = new Option<string>("--format") { Description = "What is printed: text or json.", DefaultValueFactory = static _ => "text" };
        format.AcceptOnlyFromAmong("text", Json);
        return format;
    }

    /// <summary>Whether JSON was asked for.</summary>
    public static bool IsJson(this ParseResult parsed, Option<string> format) => parsed.GetValue(format) is Json;
}
