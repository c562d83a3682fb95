using Tocsin.Core.Events;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>What one run of coordination detection found.</summary>
/// <param name="Signals">One per network, best score first.</param>
/// <param name="Scores">Every account that has any tie: strength, and the network it is in.</param>
/// <param name="Graphs">Of each signal, by its id, the network to look at; not yet laid out.</param>
/// <param name="LeftOut">Per kind of observable, what was too popular to look at within the budget; empty as a rule.</param>
public sealed record CoordinationFindings(
    IReadOnlyList<Signal> Signals,
    IReadOnlyList<AccountScore> Scores,
    IReadOnlyDictionary<string, NetworkGraph> Graphs,
    IReadOnlyDictionary<ObservableKind, LeftOut> LeftOut);

/// <summary>
/// Finds accounts that act as one. Co-actions of each pair on each kind of observable are held against what popularity,
/// activity and time of day explain (<see cref="PopularityNull"/>), fused over kinds (<see cref="PairTie"/>), kept
/// under false-discovery control (<see cref="TieTable"/>), gathered into communities (<see cref="NetworkFinder"/>), and
/// each community is assessed as a whole and held against innocent explanations. The maths: docs/method.md.
/// </summary>
public sealed class CoordinationDetector(ILake lake, CoordinationOptions options, TimeProvider clock)
{
    public const string Name = "coordination";

    public CoordinationFindings Run(TimeRange range, IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        var events = lake.ReadEventTimes(range);
        var accounts = new AccountIndex(events);
        var (kindTies, traces, leftOut) = FindTies(accounts, range, progress, cancellation);
        progress?.Report(new ScanProgress("weighing ties", 0.8));
        var table = TieTable.From(kindTies, accounts.Count, traces, options);
        progress?.Report(new ScanProgress("finding networks", 0.85));
        var networks = NetworkFinder.Find(table, kindTies, options);
        var cases = new CaseBuilder(lake, accounts, events, options, range).Build(networks, table.Threshold, cancellation);
        progress?.Report(new ScanProgress("explaining networks", 0.95));
        var foreign = ForeignTies(table, networks);
        var writer = new SignalWriter(lake, accounts, clock.GetUtcNow());
        var signals = cases.Select(found => writer.Write(found, foreign)).ToArray();
        var scores = AccountScores.Of(table, networks, signals, accounts);
        var graphs = new NetworkGraphs(lake, accounts, options, table.Threshold).Draw(networks, signals, kindTies);
        return new CoordinationFindings(
            [.. signals.OrderByDescending(signal => signal.Score).ThenBy(signal => signal.Id, StringComparer.Ordinal)],
            scores,
            signals.Zip(graphs).ToDictionary(pair => pair.First.Id, pair => pair.Second),
            leftOut);
    }

    private (List<KindTie> Ties, int Traces, Dictionary<ObservableKind, LeftOut> LeftOut) FindTies(
        AccountIndex accounts, TimeRange range, IProgress<ScanProgress>? progress, CancellationToken cancellation)
    {
        var finder = new TieFinder(lake, accounts, options, range, cancellation);
        var present = lake.CountActions(range);
        var ties = new List<KindTie>();
        var traces = 0;
        var leftOut = new Dictionary<ObservableKind, LeftOut>();
        for (var trace = 0; trace < options.Traces.Count; trace++)
        {
            var kind = options.Traces[trace].Kind;
            if (present.GetValueOrDefault(kind) == 0) continue;
            progress?.Report(new ScanProgress($"comparing accounts by {Names.Of(kind)}", 0.8 * trace / options.Traces.Count));
            ties.AddRange(finder.Find(trace, out var dropped));
            traces++;
            if (dropped.Values > 0) leftOut[kind] = dropped;
        }
        return (ties, traces, leftOut);
    }

    /// <summary>Significant ties of each account to accounts of other networks.</summary>
    private static Dictionary<int, int> ForeignTies(TieTable table, IReadOnlyList<FoundNetwork> networks)
    {
        var networkOf = networks.SelectMany((network, i) => network.Members.Select(member => (member, i))).ToDictionary(m => m.member, m => m.i);
        var foreign = new Dictionary<int, int>();
        foreach (var tie in table.Significant)
        {
            if (!networkOf.TryGetValue(tie.U, out var own) || !networkOf.TryGetValue(tie.V, out var other) || own == other) continue;
            foreign[tie.U] = foreign.GetValueOrDefault(tie.U) + 1;
            foreign[tie.V] = foreign.GetValueOrDefault(tie.V) + 1;
        }
        return foreign;
    }
}
