using System.Globalization;
using MlPerf.Endpoints.Core.Reading;
using MlPerf.Endpoints.Shared;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>The text that the reference makes of a YAML scalar where it wants text but did not quote it.</summary>
internal static class ScalarText
{
    /// <summary>The text; null for lists, mappings and binary data. (Lists have a text in the reference too, which no cohort and no checksum can equal.)</summary>
    public static string? Of(Node node) => node.Kind switch
    {
        NodeKind.Text or NodeKind.Date => node.AsText,
        NodeKind.Null => "None",
        NodeKind.Boolean => node.AsBoolean ? "True" : "False",
        NodeKind.Integer => node.AsInteger.ToString(CultureInfo.InvariantCulture),
        NodeKind.Number => PythonFloat.ToText(node.AsNumber),
        _ => null,
    };
}
