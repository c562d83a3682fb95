using Tocsin.Core.Detection.Coordination.Coactions;
using Tocsin.Core.Events;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Finds the ties that one trace gives, over all its windows.</summary>
internal sealed class TieFinder(ILake lake, AccountIndex accounts, CoordinationOptions options, TimeRange range, CancellationToken cancellation)
{
    /// <summary>Below this many bits a tie says nothing worth keeping, whatever the other traces say.</summary>
    public double LeastBits { get; init; } = 3;

    /// <summary>Ties in no particular order; empty when the lake has nothing of this kind.</summary>
    public List<KindTie> Find(int traceNumber, out LeftOut leftOut)
    {
        leftOut = default;
        var trace = options.Traces[traceNumber];
        var columns = lake.ReadActions(trace.Kind, range);
        var ties = new List<KindTie>();
        if (columns.Count == 0) return ties;
        var actions = SortedActions.From(columns.Value, columns.Time, accounts.Numbers(columns.Account), accounts.Count);
        for (var window = 0; window < trace.Windows.Count; window++)
        {
            var (kept, dropped) = PairBudget.Fit(actions, Micros(trace.Windows[window]), options.MaxCoactions);
            leftOut = new LeftOut(Math.Max(leftOut.Values, dropped.Values), Math.Max(leftOut.Actions, dropped.Actions));
            ties.AddRange(FindAt(kept, traceNumber, window, Micros(trace.Windows[window])));
        }
        return ties;
    }

    public static long Micros(TimeSpan window) => window.Ticks / TimeSpan.TicksPerMicrosecond;

    private IEnumerable<KindTie> FindAt(SortedActions actions, int trace, int window, long micros)
    {
        var fold = new TieFold(actions.Time, (byte)trace, (byte)window);
        var edges = CoActions.Fold<EveryPair, TieFold, KindTie>(actions, micros, default, fold, cancellation: cancellation);
        var chance = new PopularityNull(actions, accounts);
        chance.Measure(micros);
        foreach (var edge in edges)
        {
            if (edge.Observed < options.MinCoactions) continue;
            var tie = edge.Against(chance.Expected((int)(edge.Pair >> 32), (int)(uint)edge.Pair));
            if (tie.HighBits >= LeastBits) yield return tie;
        }
    }
}
