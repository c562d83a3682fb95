using Tocsin.Core.Detection;
using Tocsin.Core.Events;

namespace Tocsin.Core.Networks;

/// <summary>The JSON of a <see cref="NetworkGraph"/>: parallel columns of whole numbers, which compress well. The console's island
/// reads the same.</summary>
internal sealed record NetworkColumns(
    double Threshold, double Floor, int LeftOut, IReadOnlyList<TraceColumn> Traces, AccountColumns Accounts, TieColumns Ties, EvidenceColumns Evidence)
{
    public static NetworkColumns Of(NetworkGraph graph) => new(
        graph.Threshold, graph.Floor, graph.LeftOut,
        [.. graph.Traces.Select(trace => new TraceColumn(trace.Kind, [.. trace.Windows.Select(window => (int)window.TotalSeconds)]))],
        AccountColumns.Of(graph.Accounts), TieColumns.Of(graph.Evidence), EvidenceColumns.Of(graph.Evidence));

    public NetworkGraph ToGraph() => new()
    {
        Threshold = Threshold,
        Floor = Floor,
        LeftOut = LeftOut,
        Traces = [.. Traces.Select(trace => new Trace(trace.Kind, [.. trace.Windows.Select(seconds => TimeSpan.FromSeconds(seconds))]))],
        Accounts = Accounts.ToAccounts(),
        Evidence = Evidence.ToEvidence(Ties),
    };
}

internal sealed record TraceColumn(ObservableKind Kind, int[] Windows);

/// <summary>Places are pairs of coordinates, one after the other.</summary>
internal sealed record AccountColumns(
    string[] Key, string[] Platforms, int[] Platform, string[] Id, string?[] Handle, int[] Role, int Members, double[] Bits, int[] Stability,
    int[] Community, int[] Free, int[] Layered, int[] Radial)
{
    private const double Percent = 100;

    public static AccountColumns Of(IReadOnlyList<NetworkAccount> accounts)
    {
        string[] platforms = [.. accounts.Select(account => account.Platform).Distinct().Order(StringComparer.Ordinal)];
        return new(
            [.. accounts.Select(account => $"{account.Key}")],
            platforms,
            [.. accounts.Select(account => Array.IndexOf(platforms, account.Platform))],
            [.. accounts.Select(account => account.Id)],
            [.. accounts.Select(account => account.Handle)],
            [.. accounts.Select(account => (int)account.Role)],
            accounts.Count(account => account.IsMember),
            [.. accounts.Select(account => Math.Round(account.Bits, 1))],
            [.. accounts.Select(account => (int)Math.Round(account.Stability * Percent))],
            [.. accounts.Select(account => account.Community)],
            Pairs(accounts, places => places.Free),
            Pairs(accounts, places => places.Layered),
            Pairs(accounts, places => places.Radial));
    }

    public NetworkAccount[] ToAccounts() => [.. Key.Select((key, i) => new NetworkAccount(
        ulong.Parse(key), Platforms[Platform[i]], Id[i], Handle[i], (Role)Role[i], i < Members, Bits[i], Stability[i] / Percent, Community[i],
        new Places(At(Free, i), At(Layered, i), At(Radial, i))))];

    private static int[] Pairs(IReadOnlyList<NetworkAccount> accounts, Func<Places, Place> place) =>
        [.. accounts.SelectMany(account => place(account.Places) is var (x, y) ? new[] { x, y } : [])];

    private static Place At(int[] pairs, int i) => new(pairs[2 * i], pairs[(2 * i) + 1]);
}

/// <summary>Pairs of nodes in rising order, and how many rows of evidence each has.</summary>
internal sealed record TieColumns(int[] A, int[] B, int[] Rows)
{
    public static TieColumns Of(IReadOnlyList<KindTie> evidence)
    {
        var pairs = evidence.CountBy(row => row.Pair).ToArray();
        return new([.. pairs.Select(pair => (int)(pair.Key >> 32))], [.. pairs.Select(pair => (int)(uint)pair.Key)], [.. pairs.Select(pair => pair.Value)]);
    }
}

/// <summary>Bits count in steps of the grid, gaps in tenths of a second, leads in halves, expected co-actions in thousandths.</summary>
internal sealed record EvidenceColumns(int[] Trace, int[] Window, int[] Observed, int[] Leads, int[] Expected, int[] Low, int[] High, long[] Gap)
{
    private const int MicrosPerTenth = 100_000;

    public static EvidenceColumns Of(IReadOnlyList<KindTie> rows) => new(
        [.. rows.Select(row => (int)row.Trace)],
        [.. rows.Select(row => (int)row.Window)],
        [.. rows.Select(row => row.Observed)],
        [.. rows.Select(row => (int)(row.Leads * 2))],
        [.. rows.Select(row => (int)Math.Round(row.Expected * 1000))],
        [.. rows.Select(row => (int)(row.LowBits * KindTie.BitGrid))],
        [.. rows.Select(row => (int)(row.HighBits * KindTie.BitGrid))],
        [.. rows.Select(row => row.Gap / MicrosPerTenth)]);

    public KindTie[] ToEvidence(TieColumns ties)
    {
        var rows = new KindTie[Trace.Length];
        var at = 0;
        for (var tie = 0; tie < ties.A.Length; tie++)
        {
            for (var end = at + ties.Rows[tie]; at < end; at++) rows[at] = Row(KindTie.PairOf(ties.A[tie], ties.B[tie]), at);
        }
        return rows;
    }

    private KindTie Row(ulong pair, int i) => new(
        pair, (byte)Trace[i], (byte)Window[i], Observed[i], Leads[i] / 2f, 0, Gap[i] * MicrosPerTenth, Expected[i] / 1000f,
        Low[i] / (float)KindTie.BitGrid, High[i] / (float)KindTie.BitGrid);
}
