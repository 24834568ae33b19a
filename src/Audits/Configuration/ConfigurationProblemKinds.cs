using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>Kinds of faults of a configuration (audits, section 7.2).</summary>
public static class ConfigurationProblemKinds
{
    /// <summary>A field is absent.</summary>
    public const string Required = "required";

    /// <summary>No such field.</summary>
    public const string UnknownField = "unknown_field";

    /// <summary>None of the values that the field may have.</summary>
    public const string UnknownValue = "unknown_value";

    /// <summary>Outside the bounds.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>An integer field is given NaN or infinity.</summary>
    public const string NotFinite = "not_finite";

    /// <summary>No coercion leads to the field's type.</summary>
    public const string WrongType = "wrong_type";

    /// <summary>Fields that contradict one another.</summary>
    public const string Inconsistent = "inconsistent";

    /// <summary>A variable of the environment without value or default.</summary>
    public const string Environment = "environment";

    /// <summary>No YAML, or no mapping at the top.</summary>
    public const string Yaml = "yaml";

    /// <summary>The file cannot be opened.</summary>
    public const string Missing = "missing_file";

    /// <summary>The key of a field reader for a number at or above an exclusive bound.</summary>
    internal const string LessThanKey = "less_than";

    /// <summary>The key of a field reader for an integer field that is given NaN or infinity.</summary>
    internal const string FiniteNumberKey = "finite_number";

    /// <summary>The key of a field reader for fields that contradict one another.</summary>
    internal const string ValueErrorKey = "value_error";

    internal static string Of(string key) => key switch
    {
        FieldKeys.Missing => Required,
        FieldKeys.ExtraForbidden => UnknownField,
        FieldKeys.LiteralError or FieldKeys.Enum => UnknownValue,
        FieldKeys.GreaterThan or FieldKeys.GreaterThanEqual or FieldKeys.LessThanEqual or LessThanKey or FieldKeys.TooShort or FieldKeys.StringTooShort => OutOfRange,
        FiniteNumberKey => NotFinite,
        ValueErrorKey => Inconsistent,
        _ => WrongType,
    };
}
