using System.Collections.Concurrent;
using Tocsin.Core.Networks;

namespace Tocsin.Console.Screens.Networks;

/// <summary>The graph of a network, unpacked, with its membership under the settings it was looked at lately.</summary>
/// <param name="Tag">Of the document it comes from.</param>
public sealed record KeptGraph(string Tag, NetworkGraph Graph)
{
    private const int MostSettings = 8;

    private readonly ConcurrentDictionary<string, Membership> _under = new(StringComparer.Ordinal);
    private readonly Lazy<Dictionary<ulong, int>> _nodes = new(() => Graph.Accounts.Select((account, node) => (account.Key, node)).ToDictionary());

    public Membership Under(MembershipSettings settings)
    {
        var key = $"{settings.Threshold} {settings.Window} +{List(settings.Included)} -{List(settings.Excluded)}";
        if (_under.TryGetValue(key, out var known)) return known;
        if (_under.Count >= MostSettings) _under.Clear();
        return _under[key] = NetworkMembership.Of(Graph, settings);
    }

    /// <summary>The node of an account; null when it is not in the graph.</summary>
    public int? NodeOf(ulong account) => _nodes.Value.TryGetValue(account, out var node) ? node : null;

    private static string List(IReadOnlySet<int>? nodes) => nodes is null ? "" : string.Join(',', nodes.Order());
}
