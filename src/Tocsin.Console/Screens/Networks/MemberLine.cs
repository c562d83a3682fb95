using Tocsin.Core.Networks;

namespace Tocsin.Console.Screens.Networks;

/// <summary>Where an account of a network stands: by the figures, or by a person's word.</summary>
public enum MemberState
{
    Member,
    Included,
    Excluded,
    Outside,
}

/// <summary>An account as a row of the table.</summary>
/// <param name="Ties">Ties that stand, to members.</param>
public sealed record MemberLine(int Node, NetworkAccount Account, MemberState State, double Bits, int Ties)
{
    public string Name => Account.Handle is { Length: > 0 } handle ? handle : Account.Id;

    /// <summary>All accounts of the graph, sorted as the address says.</summary>
    public static IReadOnlyList<MemberLine> Of(KeptGraph kept, Membership membership, MembershipSettings settings, NetworkAddress address)
    {
        var members = membership.Members.ToHashSet();
        var ties = new int[kept.Graph.Accounts.Count];
        foreach (var tie in membership.Ties)
        {
            if (members.Contains(tie.V)) ties[tie.U]++;
            if (members.Contains(tie.U)) ties[tie.V]++;
        }
        var lines = kept.Graph.Accounts.Select((account, node) => new MemberLine(node, account, StateOf(node), membership.Bits[node], ties[node]));
        return [.. Sorted(lines, address.Sort, address.Rising)];

        MemberState StateOf(int node) => settings.Excluded?.Contains(node) is true ? MemberState.Excluded
            : settings.Included?.Contains(node) is true ? MemberState.Included
            : members.Contains(node) ? MemberState.Member : MemberState.Outside;
    }

    private static IEnumerable<MemberLine> Sorted(IEnumerable<MemberLine> lines, string sort, bool rising) => sort switch
    {
        "name" => By(lines, line => line.Name, rising),
        "role" => By(lines, line => $"{line.Account.Role}", rising),
        "stability" => By(lines, line => line.Account.Stability, rising),
        "ties" => By(lines, line => line.Ties, rising),
        "state" => By(lines, line => line.State, rising),
        _ => By(lines, line => line.Bits, rising),
    };

    private static IEnumerable<MemberLine> By<T>(IEnumerable<MemberLine> lines, Func<MemberLine, T> key, bool rising)
    {
        var order = typeof(T) == typeof(string) ? (IComparer<T>)StringComparer.OrdinalIgnoreCase : Comparer<T>.Default;
        return (rising ? lines.OrderBy(key, order) : lines.OrderByDescending(key, order)).ThenByDescending(line => line.Bits).ThenBy(line => line.Node);
    }
}
