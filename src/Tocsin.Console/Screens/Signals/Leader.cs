using Tocsin.Core.Detection;

namespace Tocsin.Console.Screens.Signals;

/// <summary>A member who acts before others do.</summary>
/// <param name="First">Joint acts in which it came first.</param>
/// <param name="Acts">Joint acts it took part in, over the ties at hand.</param>
public sealed record Leader(Member Member, double First, int Acts)
{
    private const int FewestActs = 5;
    private const double Leads = 0.55;

    public double Share => First / Acts;

    /// <summary>Who led, most often first. Leading counts by joint acts over the signal's strongest ties, so that one lucky
    /// pair makes no leader; members who come first no more often than chance would have it are left out.</summary>
    public static IReadOnlyList<Leader> Of(Signal signal, int most)
    {
        var sums = new Dictionary<ulong, (double First, int Acts)>();
        foreach (var tie in signal.Ties)
        {
            var acts = tie.Kinds.Select(kind => kind.Observed).DefaultIfEmpty().Max();   // kinds of one act are one act
            Add(tie.A, acts * tie.Leads, acts);
            Add(tie.B, acts * (1 - tie.Leads), acts);
        }
        return [.. signal.Members.DistinctBy(member => member.Account).Where(member => sums.ContainsKey(member.Account))
            .Select(member => new Leader(member, sums[member.Account].First, sums[member.Account].Acts))
            .Where(leader => leader.Acts >= FewestActs && leader.Share >= Leads)
            .OrderByDescending(leader => leader.Member.Role == Role.Seeder).ThenByDescending(leader => leader.Share * Math.Log2(1 + leader.Acts)).Take(most)];

        void Add(ulong account, double first, int acts)
        {
            var sum = sums.GetValueOrDefault(account);
            sums[account] = (sum.First + first, sum.Acts + acts);
        }
    }
}
