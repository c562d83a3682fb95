namespace Tocsin.Core.Detection.NearText;

/// <summary>What is kept of a distinct text: its set of shingles, ascending, and its band keys.</summary>
internal readonly record struct Sketch(uint[] Shingles, uint[] Bands)
{
    public static Sketch Of(ReadOnlySpan<char> masked)
    {
        var shingles = new uint[masked.Length];
        Array.Resize(ref shingles, NearText.Shingles.Characters(masked, shingles));
        var bands = new uint[MinHash.Bands];
        MinHash.Keys(shingles, bands);
        return new(shingles, bands);
    }
}
