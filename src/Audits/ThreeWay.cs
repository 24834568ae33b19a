namespace MlPerf.Endpoints.Audits;

/// <summary>The answer of a check that may not apply, spelt as upstream's verdict files spell it.</summary>
internal static class ThreeWay
{
    public const string True = "True";
    public const string False = "False";
    public const string Skipped = "Skipped";

    public static string Of(bool? answer) => answer switch { true => True, false => False, null => Skipped };
}
