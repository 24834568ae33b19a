using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace MlPerf.Endpoints.Audits.Tests.Vectors;

/// <summary>Compares a verdict with the fields of a vector, exactly.</summary>
internal static class VerdictFields
{
    public static void AssertEqual(AuditVerdict verdict, JsonElement fields)
    {
        var actual = verdict.Fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);
        foreach (var field in fields.EnumerateObject())
        {
            Assert.That(actual, Does.ContainKey(field.Name));
            object? expected = field.Value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                JsonValueKind.Null => null,
                JsonValueKind.String when actual[field.Name] is double => AuditVectors.Number(field.Value),
                JsonValueKind.String => field.Value.GetString(),
                _ when actual[field.Name] is BigInteger => BigInteger.Parse(field.Value.GetRawText(), CultureInfo.InvariantCulture),
                _ => field.Value.GetDouble(),
            };
            Assert.That(actual[field.Name], Is.EqualTo(expected), field.Name);
        }
    }
}
