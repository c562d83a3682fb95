using Tocsin.Core.Simulation;

namespace Tocsin.Bench.Large;

/// <summary>News that much of one language talks about for some hours.</summary>
internal sealed record Burst(Tongue Tongue, DateTimeOffset From, DateTimeOffset Until, double Share, string Hashtag, string Url)
{
    public static IReadOnlyList<Burst> All(ulong seed)
    {
        var chance = new Chance(seed).Fork("bursts");
        return [.. Enumerable.Range(0, 60).Select(i => Draw(i, chance))];
    }

    private static Burst Draw(int number, Chance chance)
    {
        var tongue = chance.PickEarly(Tongue.All);
        var from = LargeWorkspace.Start.AddHours(chance.Below(LargeWorkspace.Days * 24));
        return new Burst(
            tongue, from, from.AddHours(chance.Between(4, 48)), 0.05 + 0.3 * chance.Unit(),
            tongue.Hashtag(chance), $"https://press{number % 20}.example/{number}/live");
    }
}
