namespace Tocsin.Core.Networks.Layout;

/// <summary>By evidence: the strongest in the middle, ring after ring; on a ring those of one community stand together.</summary>
internal static class RadialLayout
{
    public static Place[] Of(IReadOnlyList<NetworkAccount> accounts)
    {
        var ranked = Enumerable.Range(0, accounts.Count)
            .OrderByDescending(node => accounts[node].IsMember).ThenByDescending(node => accounts[node].Bits).ThenBy(node => node).ToArray();
        var rings = Rings(ranked);
        var step = Place.Extent / (double)Math.Max(1, rings.Count - 1);
        var places = new Place[accounts.Count];
        for (var ring = 0; ring < rings.Count; ring++)
        {
            var own = rings[ring].OrderBy(node => accounts[node].Community).ThenByDescending(node => accounts[node].Bits).ThenBy(node => node).ToArray();
            for (var i = 0; i < own.Length; i++)
            {
                var (sine, cosine) = Math.SinCos(Math.Tau * i / own.Length);
                places[own[i]] = new Place((int)(ring * step * cosine), (int)(ring * step * sine));
            }
        }
        return places;
    }

    /// <summary>Ring r holds six times r, so that neighbours on it are as far apart as the rings.</summary>
    private static List<int[]> Rings(int[] ranked)
    {
        List<int[]> rings = [];
        for (int from = 0, room; from < ranked.Length; from += room)
        {
            room = Math.Max(1, 6 * rings.Count);
            rings.Add(ranked[from..Math.Min(ranked.Length, from + room)]);
        }
        return rings;
    }
}
