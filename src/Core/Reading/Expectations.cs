namespace MlPerf.Endpoints.Core.Reading;

/// <summary>What typed fields expect, as messages name it.</summary>
internal static class Expectations
{
    public const string Integer = "an integer";
    public const string Number = "a number";
    public const string StrictNumber = "a number, not text";
    public const string Boolean = "true or false";
    public const string Text = "text";
    public const string List = "a list";
    public const string Mapping = "a mapping";
    public const string TextKey = "a key that is text";
    public const string WholeText = "text without half a surrogate pair";
}
