namespace Tocsin.Core.Networks;

/// <summary>Who belongs: accounts tied to at least two others and to a third as many as members are on average. Who hangs on by a
/// thread is left off, again and again until nobody is.</summary>
public static class MemberCore
{
    private const int MinDegree = 2;
    private const double LeastShareOfMeanDegree = 1.0 / 3;

    /// <summary>The core of some candidates, rising.</summary>
    /// <param name="candidates">Node numbers.</param>
    /// <param name="ties">Those that stand; the ones that reach outside the candidates are passed over.</param>
    /// <param name="kept">Candidates that a person put in: they stay, however loosely tied.</param>
    public static int[] Of(IEnumerable<int> candidates, IEnumerable<PairTie> ties, IReadOnlySet<int>? kept = null)
    {
        var members = candidates.ToHashSet();
        var inside = ties.Where(tie => members.Contains(tie.U) && members.Contains(tie.V)).ToList();
        while (true)
        {
            var degree = Degrees(members, inside);
            var least = Math.Max(MinDegree, LeastShareOfMeanDegree * 2 * inside.Count / Math.Max(1, members.Count));
            if (members.RemoveWhere(member => degree[member] < least && kept?.Contains(member) is not true) == 0) return [.. members.Order()];
            _ = inside.RemoveAll(tie => !members.Contains(tie.U) || !members.Contains(tie.V));
        }
    }

    private static Dictionary<int, int> Degrees(HashSet<int> members, List<PairTie> inside)
    {
        var degree = members.ToDictionary(member => member, _ => 0);
        foreach (var tie in inside)
        {
            degree[tie.U]++;
            degree[tie.V]++;
        }
        return degree;
    }
}
