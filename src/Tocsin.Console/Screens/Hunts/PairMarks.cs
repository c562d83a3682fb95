using Tocsin.Core.Detection.NearText;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>Where each of two texts differs from the other.</summary>
internal static class PairMarks
{
    /// <summary>The places, in order.</summary>
    /// <param name="pieces">How the first becomes the second.</param>
    /// <returns>What is only in the first, as places in the first; what is only in the second, as places in the second.</returns>
    public static (IReadOnlyList<Range> First, IReadOnlyList<Range> Second) Of(IReadOnlyList<TextPiece> pieces)
    {
        var (first, second) = (new List<Range>(), new List<Range>());
        var (inFirst, inSecond) = (0, 0);
        foreach (var (change, text) in pieces)
        {
            if (change == TextChange.Removed) first.Add(inFirst..(inFirst + text.Length));
            if (change == TextChange.Added) second.Add(inSecond..(inSecond + text.Length));
            inFirst += change == TextChange.Added ? 0 : text.Length;
            inSecond += change == TextChange.Removed ? 0 : text.Length;
        }
        return (first, second);
    }
}
