namespace MlPerf.Endpoints.Rules.Mlx.Schema;

/// <summary>Parts of the schema in words.</summary>
internal static class Words
{
    private static readonly (JsonKinds Kind, string Word)[] Names =
    [
        (JsonKinds.Object, "an object"), (JsonKinds.Array, "an array"), (JsonKinds.String, "a text"), (JsonKinds.Number, "a number"), (JsonKinds.Integer, "a whole number"),
        (JsonKinds.Boolean, "true or false"), (JsonKinds.Null, "null"),
    ];

    public static string Of(JsonKinds kinds)
        => string.Join(" or ", Names.Where(name => (kinds & name.Kind) != 0 && !(name.Kind is JsonKinds.Integer && (kinds & JsonKinds.Number) != 0)).Select(name => name.Word));

    public static string Quoted(IEnumerable<string>? texts) => string.Join(", ", (texts ?? []).Select(text => $"\"{text}\""));
}
