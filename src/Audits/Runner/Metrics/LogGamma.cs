namespace MlPerf.Endpoints.Audits.Runner.Metrics;

/// <summary>The logarithm of the gamma function for positive arguments, good to about 1e-14 relative.</summary>
internal static class LogGamma
{
    // Above this the asymptotic series with the terms below is exact to the last bits; smaller arguments are raised to it.
    private const double SeriesFrom = 15;

    private static readonly double HalfLogTwoPi = 0.5 * Math.Log(2 * Math.PI);

    public static double Of(double x)
    {
        var shift = 0.0;
        if (x < SeriesFrom)
        {
            var product = 1.0;
            while (x < SeriesFrom)
            {
                product *= x;
                x += 1;
            }

            shift = Math.Log(product);
        }

        // Stirling's series: Bernoulli numbers B(2k) ÷ (2k (2k−1) x^(2k−1)).
        ReadOnlySpan<double> terms =
        [
            1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156, -3617.0 / 122400,
        ];
        var inverse = 1 / x;
        var square = inverse * inverse;
        var sum = 0.0;
        for (var k = terms.Length - 1; k >= 0; k--)
        {
            sum = (sum * square) + terms[k];
        }

        return ((x - 0.5) * Math.Log(x)) - x + HalfLogTwoPi + (sum * inverse) - shift;
    }
}
