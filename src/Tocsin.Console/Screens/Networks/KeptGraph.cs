using Tocsin.Core.Networks;

namespace Tocsin.Console.Screens.Networks;

/// <summary>The graph of a network, unpacked, with its membership as the scan found it.</summary>
/// <param name="Tag">Of the document it comes from.</param>
public sealed record KeptGraph(string Tag, NetworkGraph Graph)
{
    private readonly Lazy<Membership> _asFound = new(() => NetworkMembership.Of(Graph, new()));
    private readonly Lazy<Dictionary<ulong, int>> _nodes = new(() => Graph.Accounts.Select((account, node) => (account.Key, node)).ToDictionary());

    public Membership Under(MembershipSettings settings) =>
        settings is { Threshold: null, Window: null, Included: null or { Count: 0 }, Excluded: null or { Count: 0 } } ? _asFound.Value : NetworkMembership.Of(Graph, settings);

    /// <summary>The node of an account; null when it is not in the graph.</summary>
    public int? NodeOf(ulong account) => _nodes.Value.TryGetValue(account, out var node) ? node : null;
}
