namespace Tocsin.Core.Detection.Evaluation;

/// <summary>A named set of account keys: an operation that was planted, or a network that was found.</summary>
public sealed record AccountGroup(string Id, IReadOnlySet<ulong> Accounts);

/// <summary>How a planted operation was found, if it was.</summary>
public enum Finding
{
    Missed,

    /// <summary>One network is it.</summary>
    Found,

    /// <summary>Several networks are parts of it, and together cover it.</summary>
    InPieces,

    /// <summary>One network covers it together with other planted operations, and little else.</summary>
    Merged,
}

/// <summary>A planted operation, how it was found, and in which networks.</summary>
public sealed record MatchedOperation(string Id, Finding Finding, IReadOnlyList<string> Networks);

/// <summary>What became of all planted operations, and which networks are about none of them.</summary>
/// <param name="Operations">In the order given.</param>
/// <param name="FalseNetworks">Ids of networks fewer than <see cref="NetworkMatching.Purity"/> of whose members were planted.</param>
public sealed record NetworkMatch(IReadOnlyList<MatchedOperation> Operations, IReadOnlyList<string> FalseNetworks)
{
    public int Found => Operations.Count(operation => operation.Finding != Finding.Missed);
}

/// <summary>
/// Compares networks that were found with operations that were planted.
/// <list type="bullet">
/// <item>A network is <b>pure</b> in an operation when at least 60 % of its members belong to that operation.</item>
/// <item>An operation is <see cref="Finding.Found"/> when a network pure in it holds at least half of its accounts;</item>
/// <item><see cref="Finding.InPieces"/> when only the pure networks together hold half of them;</item>
/// <item><see cref="Finding.Merged"/> when a network holds half of them and 60 % of that network belong to those
/// operations of which it holds half;</item>
/// <item><see cref="Finding.Missed"/> otherwise.</item>
/// <item>A network is <b>false</b> when less than 60 % of its members belong to planted operations, whichever. A small
/// network inside an operation is thus not false, though it does not find the operation.</item>
/// </list>
/// </summary>
public static class NetworkMatching
{
    public const double Purity = 0.6;
    public const double Coverage = 0.5;

    public static NetworkMatch Match(IReadOnlyList<AccountGroup> planted, IReadOnlyList<AccountGroup> found)
    {
        var everyone = planted.SelectMany(operation => operation.Accounts).ToHashSet();
        return new(
            [.. planted.Select(operation => Locate(operation, planted, found))],
            [.. found.Where(network => Shared(network, everyone) < Purity * network.Accounts.Count).Select(network => network.Id)]);
    }

    private static MatchedOperation Locate(AccountGroup operation, IReadOnlyList<AccountGroup> planted, IReadOnlyList<AccountGroup> found)
    {
        var pure = found.Where(network => IsPure(network, operation.Accounts)).ToList();
        if (pure.FirstOrDefault(network => Covers(network.Accounts, operation)) is { } whole)
            return new(operation.Id, Finding.Found, [whole.Id]);
        if (Covers(pure.SelectMany(network => network.Accounts).ToHashSet(), operation))
            return new(operation.Id, Finding.InPieces, [.. pure.Select(network => network.Id)]);
        if (found.FirstOrDefault(network => Covers(network.Accounts, operation) && IsMerger(network, planted)) is { } merger)
            return new(operation.Id, Finding.Merged, [merger.Id]);
        return new(operation.Id, Finding.Missed, []);
    }

    private static bool IsMerger(AccountGroup network, IReadOnlyList<AccountGroup> planted) =>
        IsPure(network, planted.Where(operation => Covers(network.Accounts, operation)).SelectMany(operation => operation.Accounts).ToHashSet());

    private static bool IsPure(AccountGroup network, IReadOnlySet<ulong> accounts) =>
        network.Accounts.Count > 0 && Shared(network, accounts) >= Purity * network.Accounts.Count;

    private static bool Covers(IReadOnlySet<ulong> accounts, AccountGroup operation) =>
        operation.Accounts.Count > 0 && Shared(operation, accounts) >= Coverage * operation.Accounts.Count;

    private static int Shared(AccountGroup group, IReadOnlySet<ulong> accounts) => group.Accounts.Count(accounts.Contains);
}
