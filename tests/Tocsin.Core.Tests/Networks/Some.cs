using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Tests.Networks;

/// <summary>Graphs for tests.</summary>
internal static class Some
{
    public static readonly Trace[] Traces =
    [
        new(ObservableKind.Hashtag, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)),
        new(ObservableKind.Url, TimeSpan.FromMinutes(10), TimeSpan.FromDays(1)),
    ];

    public static NetworkAccount Account(int number, bool member = true, Role role = Role.Member, double bits = 40) =>
        new((ulong)(1000 + number), "x", $"id{number}", $"handle{number}", role, member, bits, 0.75);

    public static KindTie Row(int u, int v, byte trace = 0, byte window = 0, int observed = 6, float low = 20, float high = 30) =>
        new(KindTie.PairOf(u, v), trace, window, observed, observed / 2f, 0, 1_500_000, 0.125f, low, high);

    public static NetworkGraph Graph(int accounts, IEnumerable<KindTie> rows, double threshold = 18, double floor = 9) => new()
    {
        Accounts = [.. Enumerable.Range(0, accounts).Select(number => Account(number))],
        Traces = Traces,
        Evidence = [.. rows],
        Threshold = threshold,
        Floor = floor,
    };

    /// <summary>Everybody tied to everybody between two numbers, both counted.</summary>
    public static IEnumerable<KindTie> Clique(int first, int last, float low = 20) =>
        from u in Enumerable.Range(first, last - first + 1)
        from v in Enumerable.Range(u + 1, last - u)
        select Row(u, v, low: low, high: low * 1.5f);

    /// <summary>Groups, dense inside, with a few ties between them.</summary>
    public static List<WeightedEdge> Groups(int groups, int size, double inside, double between, int seed = 1)
    {
        var random = new Random(seed);
        var edges = new List<WeightedEdge>();
        for (var u = 0; u < groups * size; u++)
        {
            for (var v = u + 1; v < groups * size; v++)
            {
                if (random.NextDouble() < (u / size == v / size ? inside : between)) edges.Add(new WeightedEdge(u, v, 1 + (4 * random.NextDouble())));
            }
        }
        return edges;
    }
}
