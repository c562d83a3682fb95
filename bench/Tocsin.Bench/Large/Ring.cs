using Tocsin.Core.Simulation;

namespace Tocsin.Bench.Large;

/// <summary>Accounts that carry out common orders within minutes: what a scan of the large workspace should find.</summary>
internal sealed class Ring
{
    private static readonly int[] Sizes = [2_000, 500, 200, .. Enumerable.Repeat(100, 5), .. Enumerable.Repeat(25, 30)];

    private Ring(int number, int[] members, IReadOnlyList<Order> orders) => (Number, Members, Orders) = (number, members, orders);

    public int Number { get; }

    /// <summary>Numbers of the accounts.</summary>
    public int[] Members { get; }

    public IReadOnlyList<Order> Orders { get; }

    /// <summary>The rings of a workspace; together they hold at most a fifth of its accounts.</summary>
    public static IReadOnlyList<Ring> All(int accounts, ulong seed)
    {
        var chance = new Chance(seed).Fork("rings");
        var rings = new List<Ring>();
        var next = accounts / 10; // the most active accounts are nobody's
        foreach (var size in Sizes)
        {
            if (next + size > accounts * 3 / 10)
                continue;
            var members = Enumerable.Range(next, size).ToArray();
            rings.Add(new Ring(rings.Count, members, [.. Plan(rings.Count, chance)]));
            next += size;
        }
        return rings;
    }

    /// <summary>Every act of every ring, by time.</summary>
    public static Act[] Acts(IReadOnlyList<Ring> rings, ulong seed)
    {
        var acts = new List<Act>();
        foreach (var ring in rings)
        {
            var chance = new Chance(seed).Fork($"ring {ring.Number}");
            foreach (var order in ring.Orders)
            {
                foreach (var member in ring.Members)
                {
                    if (chance.Happens(0.6))
                        acts.Add(new Act(order.Time.AddSeconds(chance.Exponential(90)), member, ring.Number, order));
                }
            }
        }
        acts.Sort((a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : a.Account - b.Account);
        return [.. acts];
    }

    private static IEnumerable<Order> Plan(int ring, Chance chance)
    {
        var start = chance.Below(LargeWorkspace.Days - 40);
        for (var i = 0; i < 24; i++)
        {
            var time = LargeWorkspace.Start.AddDays(start + chance.Below(40)).AddSeconds(chance.Below(86_400));
            yield return new Order(time, $"https://ring{ring}-{chance.Below(6)}.example/story/{i}", $"ring{ring}tag{chance.Below(4)}", chance.Below(20_000));
        }
    }
}

/// <summary>What a ring is told to share.</summary>
internal sealed record Order(DateTimeOffset Time, string Url, string Hashtag, int Words);

/// <summary>One member carrying out one order.</summary>
internal readonly record struct Act(DateTimeOffset Time, int Account, int Ring, Order Order);
