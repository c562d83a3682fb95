namespace Tocsin.Core.Detection.NearText;

/// <summary>When texts count as nearly equal.</summary>
public sealed record NearTextOptions
{
    public static NearTextOptions Default { get; } = new();

    /// <summary>
    /// Least Jaccard similarity of the texts' shingles, between 0.5 and 1. At 0.7 a sentence of a dozen words may differ in
    /// one word, or in several endings; two people's own words on one event stay below 0.3.
    /// </summary>
    public double Threshold { get; init; } = 0.7;

    /// <summary>Shorter texts, in characters after masking, say too little to be compared.</summary>
    public int ShortestText { get; init; } = 24;
}
