using System.Globalization;
using System.Text.Json;

namespace MlPerf.Endpoints.SubmissionCli.Rendering;

/// <summary>Values of records as tables show them.</summary>
internal static class RecordText
{
    public const string None = "—";

    public static string Of(string? text) => string.IsNullOrEmpty(text) ? None : text;

    public static string Of(bool? flag) => flag switch { true => "Yes", false => "No", _ => None };

    /// <summary>A time in UTC, <c>YYYY-MM-DD HH:MM:SS</c>; what is none, as it came.</summary>
    public static string Time(string? text)
        => string.IsNullOrEmpty(text) ? None
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
                ? time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
                : text;

    public static string Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => None,
        JsonValueKind.String => Of(value.GetString()),
        JsonValueKind.True => "Yes",
        JsonValueKind.False => "No",
        _ => value.GetRawText(),
    };

    public static string Member(JsonElement record, string name)
        => record.ValueKind is JsonValueKind.Object && record.TryGetProperty(name, out var member) ? Of(member) : None;

    public static string TimeMember(JsonElement record, string name)
        => record.ValueKind is JsonValueKind.Object && record.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String ? Time(member.GetString()) : Member(record, name);
}
