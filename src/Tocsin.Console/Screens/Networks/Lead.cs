using Tocsin.Core.Networks;

namespace Tocsin.Console.Screens.Networks;

/// <summary>A member who acts before others do.</summary>
/// <param name="Share">Of its joint acts with members, those in which it came first.</param>
/// <param name="Acts">Joint acts with members, over the kinds that tie them.</param>
public sealed record Lead(NetworkAccount Account, double Share, int Acts)
{
    private const double Clear = 0.55;
    private const int FewestActs = 5;

    /// <summary>Who led: seeders first, then by how often; those who come first no more often than not are left out.</summary>
    public static IReadOnlyList<Lead> Of(NetworkGraph graph, Membership membership, int most)
    {
        var (first, acts) = (new double[graph.Accounts.Count], new int[graph.Accounts.Count]);
        var members = membership.Members.ToHashSet();
        foreach (var tie in membership.Ties.Where(tie => members.Contains(tie.U) && members.Contains(tie.V)))
        {
            foreach (var kind in tie.Kinds)
            {
                first[tie.U] += kind.Leads;
                first[tie.V] += kind.Observed - kind.Leads;
                acts[tie.U] += kind.Observed;
                acts[tie.V] += kind.Observed;
            }
        }
        return [.. membership.Members.Where(node => acts[node] >= FewestActs && first[node] / acts[node] >= Clear)
            .Select(node => new Lead(graph.Accounts[node], first[node] / acts[node], acts[node]))
            .OrderByDescending(lead => lead.Account.Role == Core.Detection.Role.Seeder).ThenByDescending(lead => lead.Share * Math.Log2(1 + lead.Acts)).Take(most)];
    }
}
