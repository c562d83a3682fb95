using MathNet.Numerics;

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
        var log = (count * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(count + 1) + Math.Log(Series(count, mean));
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
}
