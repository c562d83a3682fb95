using Tocsin.Core.Events;
using Tocsin.Core.Networks;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Goes over the lake once more and gathers, for each network found, what its members did together: the events
/// a claim rests on.</summary>
internal sealed class TogetherCollector(ILake lake, AccountIndex accounts, CoordinationOptions options, TimeRange range)
{
    private readonly List<int> _rows = [];
    private readonly List<long> _times = [];
    private readonly List<long> _gaps = [];

    public TogetherActs[] Collect(IReadOnlyList<FoundNetwork> networks, CancellationToken cancellation)
    {
        var acts = networks.Select(_ => new TogetherActs()).ToArray();
        var networkOf = new Dictionary<int, int>();
        for (var network = 0; network < networks.Count; network++)
        {
            foreach (var member in networks[network].Members) networkOf[member] = network;
        }
        foreach (var trace in options.Traces)
        {
            cancellation.ThrowIfCancellationRequested();
            CollectKind(trace, networkOf, acts);
        }
        foreach (var act in acts) act.Finish();
        return acts;
    }

    private void CollectKind(Trace trace, Dictionary<int, int> networkOf, TogetherActs[] acts)
    {
        var columns = lake.ReadActions(trace.Kind, range);
        var numbers = accounts.Numbers(columns.Account);
        var network = Array.ConvertAll(numbers, number => networkOf.GetValueOrDefault(number, -1));
        var window = TieFinder.Micros(trace.Windows[^1]);
        for (int first = 0, next; first < columns.Count; first = next)
        {
            next = first + 1;
            while (next < columns.Count && columns.Value[next] == columns.Value[first]) next++;
            CollectValue(trace.Kind, window, columns, numbers, network, first, next, acts);
        }
    }

    private void CollectValue(
        ObservableKind kind, long window, ActionColumns columns, int[] account, int[] network, int first, int next, TogetherActs[] acts)
    {
        foreach (var own in network.AsSpan(first, next - first).ToArray().Where(own => own >= 0).Distinct())
        {
            FindTogether(columns, account, network, own, first, next, window);
            if (_rows.Count == 0) continue;
            var members = _rows.Select(row => account[row]).Distinct().ToArray();
            var outsiders = Outsiders(columns, account, network, own, first, next);
            var shared = new SharedValue(kind, columns.Value[first], members, [.. _rows.Select(row => columns.Event[row])], outsiders);
            acts[own].Add(shared, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_times), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_gaps));
        }
    }

    /// <summary>Fills the lists with the rows of a network that have another member's row within the window.</summary>
    private void FindTogether(ActionColumns columns, int[] account, int[] network, int own, int first, int next, long window)
    {
        _rows.Clear();
        _times.Clear();
        _gaps.Clear();
        var previous = -1;
        for (var row = first; row < next; row++)
        {
            if (network[row] != own) continue;
            if (previous >= 0 && account[previous] != account[row] && columns.Time[row] - columns.Time[previous] <= window)
            {
                if (_rows.Count == 0 || _rows[^1] != previous) Take(previous);
                Take(row);
                _gaps.Add(columns.Time[row] - columns.Time[previous]);
            }
            previous = row;
        }

        void Take(int row)
        {
            _rows.Add(row);
            _times.Add(columns.Time[row]);
        }
    }

    private int Outsiders(ActionColumns columns, int[] account, int[] network, int own, int first, int next)
    {
        var others = new HashSet<int>();
        for (var row = first; row < next; row++)
        {
            if (network[row] != own && columns.Time[row] >= _times[0] && columns.Time[row] <= _times[^1]) _ = others.Add(account[row]);
        }
        return others.Count;
    }
}
