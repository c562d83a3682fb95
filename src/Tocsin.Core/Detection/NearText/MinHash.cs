using System.Numerics;

namespace Tocsin.Core.Detection.NearText;

/// <summary>
/// Min-wise hashing in bands: two sets of shingles with Jaccard similarity s share a given band with probability s⁴, and at
/// least one of sixteen with 1 − (1 − s⁴)¹⁶: 0.99 at s = 0.7, 0.9998 at 0.8, 0.12 at 0.3 (Broder 1997; Leskovec,
/// Rajaraman, Ullman: Mining of Massive Datasets, 3.4).
/// </summary>
internal static class MinHash
{
    public const int Bands = 16;

    private const int Rows = 4;
    private const int Functions = Bands * Rows;

    private static readonly uint[] Salts = Draw(seed: 0x243f6a8885a308d3, oddOnly: false);
    private static readonly uint[] Factors = Draw(seed: 0x13198a2e03707344, oddOnly: true);

    /// <summary>Writes one key per band.</summary>
    public static void Keys(ReadOnlySpan<uint> shingles, Span<uint> keys)
    {
        Span<uint> least = stackalloc uint[Functions];
        Least(shingles, least);
        for (var band = 0; band < Bands; band++)
        {
            var key = (ulong)(band + 1);
            foreach (var value in least.Slice(band * Rows, Rows))
                key = (key ^ value) * 0x9e3779b97f4a7c15 + (key >> 29);
            keys[band] = (uint)(key >> 32);
        }
    }

    // Function j is (x ^ salt) * odd factor modulo 2³²: a permutation, good enough as shingles are well mixed.
    private static void Least(ReadOnlySpan<uint> shingles, Span<uint> least)
    {
        for (var j = 0; j < Functions; j += Vector<uint>.Count)
        {
            var salt = new Vector<uint>(Salts, j);
            var factor = new Vector<uint>(Factors, j);
            var minimum = new Vector<uint>(uint.MaxValue);
            foreach (var shingle in shingles)
                minimum = Vector.Min(minimum, (new Vector<uint>(shingle) ^ salt) * factor);
            minimum.CopyTo(least[j..]);
        }
    }

    private static uint[] Draw(ulong seed, bool oddOnly)
    {
        var numbers = new uint[Functions];
        for (var i = 0; i < numbers.Length; i++)
        {
            seed = seed * 6364136223846793005 + 1442695040888963407; // Knuth's MMIX generator
            numbers[i] = (uint)(seed >> 32) | (oddOnly ? 1u : 0u);
        }

        return numbers;
    }
}
