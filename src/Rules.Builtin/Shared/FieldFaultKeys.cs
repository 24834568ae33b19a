namespace MlPerf.Endpoints.Rules.Builtin.Shared;

/// <summary>The keys of faults that every typed file shares.</summary>
internal static class FieldFaultKeys
{
    public const string ParseError = "parse-error";
    public const string IoError = "io-error";
    public const string NotAMapping = "not-a-mapping";
    public const string Unworded = "unworded-error";
    public const string Missing = "missing";
    public const string ExtraForbidden = "extra_forbidden";
    public const string ModelType = "model_type";
    public const string DictType = "dict_type";
    public const string ListType = "list_type";
    public const string StringType = "string_type";
    public const string IntType = "int_type";
    public const string IntParsing = "int_parsing";
    public const string IntFromFloat = "int_from_float";
    public const string FloatType = "float_type";
    public const string FloatParsing = "float_parsing";
    public const string BoolType = "bool_type";
    public const string BoolParsing = "bool_parsing";
    public const string TooShort = "too_short";
    public const string StringTooShort = "string_too_short";
    public const string GreaterThan = "greater_than";
    public const string GreaterThanEqual = "greater_than_equal";
    public const string LessThanEqual = "less_than_equal";
    public const string LiteralError = "literal_error";
    public const string Enum = "enum";
}
