namespace Tocsin.Core.Assessment;

/// <summary>How often a detector was right among what people judged, with how sure one can be of it.</summary>
/// <param name="Right">Judged to be what was claimed.</param>
/// <param name="Judged">All that were judged one way or the other.</param>
public readonly record struct Precision(int Right, int Judged)
{
    private const double Z = 1.959963984540054; // two-sided 95 % of the normal distribution

    /// <summary>The share that was right; null before anything was judged.</summary>
    public double? Share => Judged == 0 ? null : (double)Right / Judged;

    /// <summary>The 95 % interval after Wilson (J. Am. Stat. Assoc. 22:209, 1927), which stays within [0, 1] and is honest about
    /// few judgements, unlike the usual share ± error. Without any it is all of [0, 1].</summary>
    public (double Low, double High) Interval
    {
        get
        {
            if (Judged == 0) return (0, 1);
            double n = Judged, share = Right / n, weight = 1 + (Z * Z / n);
            var centre = (share + (Z * Z / (2 * n))) / weight;
            var half = Z * Math.Sqrt((share * (1 - share) / n) + (Z * Z / (4 * n * n))) / weight;
            return (Right == 0 ? 0 : centre - half, Right == Judged ? 1 : centre + half);
        }
    }
}
