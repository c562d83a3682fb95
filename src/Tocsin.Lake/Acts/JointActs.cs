using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Lake.Acts;

/// <summary>Acts of some accounts on values that at least two of them share: who did what when, in columns for a strip over time
/// and a matrix.</summary>
/// <param name="Accounts">Those that take part, who shares most values first.</param>
/// <param name="Values">Those that say most first: how many of the accounts share it, weighed by how rare it is in the lake.</param>
/// <param name="Acts">By time. Acts on the first values come first when there are too many.</param>
/// <param name="Cells">How often each account acted on each value, over all acts.</param>
/// <param name="ValuesInAll">Shared values, with those not listed.</param>
/// <param name="ActsInAll">Acts on the values listed, with those left out.</param>
public sealed record JointActs(
    IReadOnlyList<ulong> Accounts, IReadOnlyList<JointValue> Values, IReadOnlyList<JointAct> Acts, IReadOnlyList<JointCell> Cells,
    int ValuesInAll, int ActsInAll)
{
    public static JointActs None { get; } = new([], [], [], [], 0, 0);

    /// <summary>Reads the joint acts of these accounts within the range.</summary>
    /// <param name="mostValues">Values listed at most.</param>
    /// <param name="mostActs">Acts listed at most.</param>
    public static JointActs Of(
        DuckDbLake lake, IReadOnlyCollection<ulong> accounts, TimeRange range, int mostValues = 60, int mostActs = 20_000,
        CancellationToken cancel = default)
    {
        using var connection = lake.Database.Connect();
        using var snapshot = connection.Begin();
        var reader = new JointActsReader(connection, range, cancel);
        return reader.Read([.. accounts.Distinct()], mostValues, mostActs);
    }
}

/// <summary>A value that at least two of the accounts share.</summary>
/// <param name="Accounts">How many of the accounts share it.</param>
/// <param name="Acts">Their acts on it in the range.</param>
/// <param name="ActsInLake">Everybody's acts on it in the range, theirs among them.</param>
/// <param name="Bits">How rare it is: the base-2 logarithm of one over its share of all acts of its kind.</param>
public sealed record JointValue(ObservableKind Kind, string Value, int Accounts, int Acts, long ActsInLake, double Bits);

/// <summary>One account acting on one value; both as places in their lists.</summary>
public readonly record struct JointAct(DateTimeOffset Time, int Account, int Value, ulong Event);

/// <summary>How often one account acted on one value; both as places in their lists.</summary>
public readonly record struct JointCell(int Account, int Value, int Acts);
