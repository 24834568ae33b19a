namespace MlPerf.Endpoints.Audits.Statistics;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>The probability of a value of at most <paramref name="z"/>; good to about 1e-7, relatively so in the tails.</summary>
    public static double Cumulative(double z)
    {
        // Complementary error function by a Chebyshev fit with a factor that keeps the tail's relative error small.
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (0.5 * x));
        ReadOnlySpan<double> fit = [0.17087277, -0.82215223, 1.48851587, -1.13520398, 0.27886807, -0.18628806, 0.09678418, 0.37409196, 1.00002368, -1.26551223];
        var sum = 0.0;
        foreach (var coefficient in fit)
        {
            sum = (sum * t) + coefficient;
        }

        var tail = t * Math.Exp((-x * x) + sum) / 2;
        return z < 0 ? tail : 1 - tail;
    }
}
