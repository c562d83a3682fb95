using Tocsin.Core.Events;

namespace Tocsin.Core.Simulation;

/// <summary>
/// A seeded stream of random numbers: xoshiro256** 1.0 (Blackman, Vigna 2018) seeded by SplitMix64.
/// The same seed gives the same stream in every run; <see cref="Fork"/> gives each behaviour a stream of its own,
/// so that adding one behaviour does not reshuffle the others.
/// </summary>
internal sealed class Chance
{
    private readonly ulong _seed;
    private ulong _a, _b, _c, _d;

    public Chance(ulong seed)
    {
        _seed = seed;
        var state = seed;
        (_a, _b, _c, _d) = (SplitMix(ref state), SplitMix(ref state), SplitMix(ref state), SplitMix(ref state));
    }

    public Chance Fork(string name) => new(_seed ^ Keys.Of(name));

    public ulong Next()
    {
        var result = ulong.RotateLeft(_b * 5, 7) * 9;
        var shifted = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= shifted;
        _d = ulong.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>Uniform in [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [0, <paramref name="limit"/>); the bias of the multiply-shift is below 2⁻³².</summary>
    public int Below(int limit) => (int)((Next() >> 32) * (ulong)limit >> 32);

    /// <summary>Uniform in [from, to], both included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    public bool Happens(double probability) => Unit() < probability;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    /// <summary>The first items come up most: rank r with density falling as in Zipf's law with exponent 1.</summary>
    public T PickEarly<T>(IReadOnlyList<T> items) => items[Math.Min(items.Count - 1, (int)Math.Pow(items.Count + 1, Unit()) - 1)];

    public double Exponential(double mean) => -mean * Math.Log(1 - Unit());

    public double Normal(double mean, double deviation) =>
        mean + deviation * Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    public double LogNormal(double median, double sigma) => median * Math.Exp(Normal(0, sigma));

    /// <summary>Pareto with minimum 1: P(X &gt; x) = x^-alpha.</summary>
    public double Pareto(double alpha) => Math.Pow(1 - Unit(), -1 / alpha);

    /// <summary>Poisson; by multiplication below 30 (Knuth), by the normal approximation above.</summary>
    public int Poisson(double mean)
    {
        if (mean > 30) return Math.Max(0, (int)Math.Round(Normal(mean, Math.Sqrt(mean))));
        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = Unit(); product > limit; product *= Unit()) count++;
        return count;
    }

    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>So many different items in random order; all of them if there are fewer.</summary>
    public List<T> Sample<T>(IEnumerable<T> items, int count)
    {
        var pool = items.ToList();
        Shuffle(pool);
        return pool.Count <= count ? pool : pool[..count];
    }

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
