using System.Globalization;
using System.Text;

namespace MlPerf.Endpoints.Core.Model;

/// <summary>Decimal digits of any script, which the reference reads as digits in a few places.</summary>
internal static class DecimalDigit
{
    /// <summary>The digit's value; null where the character is no decimal digit.</summary>
    public static int? Of(Rune rune)
    {
        if (rune.IsAscii)
        {
            return rune.Value is >= '0' and <= '9' ? rune.Value - '0' : null;
        }

        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber ? (int)Rune.GetNumericValue(rune) : null;
    }
}
