namespace MlPerf.Endpoints.Core.Reading;

/// <summary>Keys of the faults that typed fields can have (rules 1.0 part 1, §3.4 and §5.1).</summary>
public static class FieldKeys
{
    /// <summary>A required field is absent.</summary>
    public const string Missing = "missing";

    /// <summary>A member that the object may not have.</summary>
    public const string ExtraForbidden = "extra_forbidden";

    /// <summary>No object.</summary>
    public const string ModelType = "model_type";

    /// <summary>No mapping.</summary>
    public const string DictType = "dict_type";

    /// <summary>No list.</summary>
    public const string ListType = "list_type";

    /// <summary>No text.</summary>
    public const string StringType = "string_type";

    /// <summary>No integer, by its type.</summary>
    public const string IntType = "int_type";

    /// <summary>Text that is no integer.</summary>
    public const string IntParsing = "int_parsing";

    /// <summary>A number with a fraction where an integer is wanted.</summary>
    public const string IntFromFloat = "int_from_float";

    /// <summary>No number, by its type, or an integer beyond the range of doubles.</summary>
    public const string FloatType = "float_type";

    /// <summary>Text that is no number.</summary>
    public const string FloatParsing = "float_parsing";

    /// <summary>No boolean, by its type.</summary>
    public const string BoolType = "bool_type";

    /// <summary>A number or text that is no boolean.</summary>
    public const string BoolParsing = "bool_parsing";

    /// <summary>A list of too few elements.</summary>
    public const string TooShort = "too_short";

    /// <summary>A text of too few characters.</summary>
    public const string StringTooShort = "string_too_short";

    /// <summary>Not above an exclusive bound.</summary>
    public const string GreaterThan = "greater_than";

    /// <summary>Below a bound.</summary>
    public const string GreaterThanEqual = "greater_than_equal";

    /// <summary>Above a bound.</summary>
    public const string LessThanEqual = "less_than_equal";

    /// <summary>None of the literals allowed.</summary>
    public const string LiteralError = "literal_error";

    /// <summary>None of the values of an enumeration.</summary>
    public const string Enum = "enum";

    /// <summary>A fault for which the reference has no wording of its own.</summary>
    public const string Unworded = "unworded-error";
}
