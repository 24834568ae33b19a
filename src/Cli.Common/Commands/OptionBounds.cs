using System.CommandLine;
using System.Globalization;

namespace MlPerf.Endpoints.Tools;

/// <summary>Bounds of options that take a number: looked at in the text, for asking an option for a value that does not parse throws.</summary>
internal static class OptionBounds
{
    /// <summary>Refuses what is no number, or one outside the bounds.</summary>
    /// <param name="option">The option.</param>
    /// <param name="isWithin">Whether a number is within them.</param>
    /// <param name="expected">What is expected, behind "has to be".</param>
    public static void Require(this Option option, Func<double, bool> isWithin, string expected)
        => option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var typed }] && !(double.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && isWithin(number)))
            {
                result.AddError($"{option.Name} has to be {expected}.");
            }
        });
}
