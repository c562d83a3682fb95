using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>A way in which members are more alike than accounts are in general.</summary>
/// <param name="Name">Machine name.</param>
/// <param name="Sentence">For people, with the figure and what is usual.</param>
/// <param name="Bits">−log₂ of the probability that as many of so many random accounts are alike, after correction for the choices looked at.</param>
public sealed record Trait(string Name, string Sentence, double Bits);

/// <summary>Compares members with the population: created together, handles of one make, one daily rhythm.</summary>
internal static class AlikeTraits
{
    private const double MinBits = 7;
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public static IReadOnlyList<Trait> Find(IReadOnlyList<StoredAccount> members, Population everyone) =>
        [.. new[] { CreatedTogether(members, everyone), AlikeHandles(members, everyone) }.OfType<Trait>().Where(trait => trait.Bits >= MinBits)];

    private static Trait? CreatedTogether(IReadOnlyList<StoredAccount> members, Population everyone)
    {
        var created = members.Select(m => m.Profile.CreatedAt).OfType<DateTimeOffset>().Order().ToArray();
        if (created.Length < 3) return null;
        var (best, from) = (0, created[0]);
        for (int first = 0, last = 0; first < created.Length; first++)
        {
            while (last < created.Length && created[last] - created[first] <= Week) last++;
            if (last - first > best) (best, from) = (last - first, created[first]);
        }
        var usual = Math.Max(1.0 / everyone.WithCreation, everyone.ShareCreated(from, from + Week));
        var bits = PoissonTail.Bits(best, created.Length * usual) - Math.Log2(created.Length);
        return new Trait("created_together", $"{best} of {created.Length} accounts were created within one week from {from:yyyy-MM-dd}; {usual:P1} of all accounts were", bits);
    }

    private static Trait? AlikeHandles(IReadOnlyList<StoredAccount> members, Population everyone)
    {
        var shapes = members.Where(m => m.Profile.Handle is not null).GroupBy(m => Population.Shape(m.Profile.Handle!)).ToArray();
        var top = shapes.MaxBy(g => g.Count());
        if (top is null || top.Count() < 3) return null;
        var total = shapes.Sum(g => g.Count());
        var usual = everyone.ShareOfShape(top.Key);
        var bits = PoissonTail.Bits(top.Count(), total * usual) - Math.Log2(shapes.Length + 1);
        return new Trait("alike_handles", $"{top.Count()} of {total} handles have the form {top.Key}, like {top.First().Profile.Handle}; {usual:P1} of all handles do", bits);
    }
}
