using System.Globalization;
using System.Numerics;
using System.Text;
using MlPerf.Endpoints.Core.Reading;

namespace MlPerf.Endpoints.Core.Formats.V1_0;

/// <summary>The names of point folders: <c>r</c> and decimal digits, of any script.</summary>
internal static class PointFolderName
{
    public static bool TryParse(string name, out BigInteger number)
    {
        number = default;
        if (name.Length < 2 || name[0] is not 'r')
        {
            return false;
        }

        var digits = new StringBuilder(name.Length);
        foreach (var rune in name.AsSpan(1).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.DecimalDigitNumber)
            {
                return false;
            }

            digits.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        }

        number = Digits.ToInteger(digits.ToString());
        return true;
    }
}
