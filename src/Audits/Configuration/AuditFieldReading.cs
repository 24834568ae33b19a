using System.Globalization;
using System.Numerics;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Audits.Configuration;

/// <summary>Fields of configuration blocks that the core's reader has no single call for; for authors of audits too.</summary>
public static class AuditFieldReading
{
    /// <summary>An integer of any size with a lower bound; NaN and infinity are a fault of their own.</summary>
    /// <param name="fields">The block.</param>
    /// <param name="name">The field.</param>
    /// <param name="presence">Whether it must be there.</param>
    /// <param name="atLeast">The lower bound; null for none.</param>
    /// <param name="greaterThan">An exclusive lower bound; null for none.</param>
    public static BigInteger? WholeNumber(this FieldReader fields, string name, Presence presence, BigInteger? atLeast = null, BigInteger? greaterThan = null)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Raw(name) is { Kind: NodeKind.Number } number && !double.IsFinite(number.AsNumber))
        {
            fields.Refuse(ConfigurationProblemKinds.FiniteNumberKey, name, "a finite integer");
            return null;
        }

        return fields.Integer(name, presence, atLeast, greaterThan);
    }

    /// <summary>A number above 0 and below 1; NaN is neither.</summary>
    /// <param name="fields">The block.</param>
    /// <param name="name">The field.</param>
    /// <param name="presence">Whether it must be there.</param>
    /// <param name="includesOne">Whether 1 is allowed.</param>
    public static double? Fraction(this FieldReader fields, string name, Presence presence, bool includesOne = false)
    {
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Number(name, presence) is not { } value)
        {
            return null;
        }

        var isLow = includesOne ? !(value <= 1) : !(value < 1);
        if (!isLow && value > 0)
        {
            return value;
        }

        var bounds = includesOne ? "above 0 and at most 1" : "above 0 and below 1";
        fields.Refuse(isLow ? ConfigurationProblemKinds.LessThanKey : FieldKeys.GreaterThan, name, $"a number {bounds}", value.ToString("R", CultureInfo.InvariantCulture));
        return null;
    }

    /// <summary>A text without blanks around it.</summary>
    /// <param name="fields">The block.</param>
    /// <param name="name">The field.</param>
    /// <param name="presence">Whether it must be there.</param>
    public static string? TrimmedText(this FieldReader fields, string name, Presence presence)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return fields.Text(name, presence)?.Trim();
    }
}
