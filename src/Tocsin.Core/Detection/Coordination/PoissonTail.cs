namespace Tocsin.Core.Detection.Coordination;

/// <summary>Upper tail of the Poisson distribution, in bits of surprise.</summary>
public static class PoissonTail
{
    private const double MinMean = 1e-12;

    /// <summary>−log₂ P(X ≥ <paramref name="count"/>) for X ~ Poisson(<paramref name="mean"/>), by the incomplete gamma
    /// function's series, which also defines it between whole counts. 0 where the count is not above the mean.</summary>
    public static double Bits(double count, double mean)
    {
        mean = Math.Max(mean, MinMean);
        if (count <= mean) return 0;
        var log = (count * Math.Log(mean)) - mean - LogGamma(count + 1) + Math.Log(Series(count, mean));
        return Math.Max(0, -log / Math.Log(2));
    }

    private static double Series(double count, double mean)
    {
        double term = 1, sum = 1;
        for (var i = 1; i < 10_000 && term > sum * 1e-13; i++)
        {
            term *= mean / (count + i);
            sum += term;
        }
        return sum;
    }

    /// <summary>ln Γ(x) for x &gt; 0, by Lanczos' approximation (Numerical Recipes, 6.1); relative error below 2·10⁻¹⁰.</summary>
    private static double LogGamma(double x)
    {
        ReadOnlySpan<double> coefficients =
            [76.18009172947146, -86.50532032941677, 24.01409824083091, -1.231739572450155, 0.1208650973866179e-2, -0.5395239384953e-5];
        var shifted = x + 5.5;
        shifted -= (x + 0.5) * Math.Log(shifted);
        var series = 1.000000000190015;
        for (var i = 0; i < coefficients.Length; i++) series += coefficients[i] / (x + 1 + i);
        return Math.Log(2.5066282746310005 * series / x) - shifted;
    }
}
