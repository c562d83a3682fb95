namespace Tocsin.Core.Detection.Coordination;

/// <summary>Who acts first, who follows, and who stands between networks.</summary>
internal static class MemberRoles
{
    private const double Leads = 0.65;
    private const double Follows = 0.35;
    private const int ForeignTies = 2;

    /// <summary>Role, and bits to the other members, of each member in order.</summary>
    /// <param name="network">The network.</param>
    /// <param name="foreignTies">Significant ties to accounts of other networks, by account.</param>
    public static IReadOnlyList<(Role Role, double Bits)> Of(FoundNetwork network, IReadOnlyDictionary<int, int> foreignTies)
    {
        var sums = network.Members.ToDictionary(member => member, _ => (Bits: 0.0, Led: 0.0, Acts: 0.0));
        foreach (var tie in network.Ties)
        {
            double led = tie.Kinds.Sum(kind => kind.Leads), acts = tie.Kinds.Sum(kind => (double)kind.Observed);
            Add(tie.U, tie.Bits, led, acts);
            Add(tie.V, tie.Bits, acts - led, acts);
        }
        return [.. network.Members.Select(member => (RoleOf(member), sums[member].Bits))];

        void Add(int member, double bits, double led, double acts)
        {
            var sum = sums[member];
            sums[member] = (sum.Bits + bits, sum.Led + led, sum.Acts + acts);
        }

        Role RoleOf(int member)
        {
            if (foreignTies.GetValueOrDefault(member) >= ForeignTies) return Role.Bridge;
            var lead = sums[member].Acts == 0 ? 0.5 : sums[member].Led / sums[member].Acts;
            return lead >= Leads ? Role.Seeder : lead <= Follows ? Role.Amplifier : Role.Member;
        }
    }
}
