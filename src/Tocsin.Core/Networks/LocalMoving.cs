namespace Tocsin.Core.Networks;

/// <summary>First phase of Leiden: moves single nodes to the neighbouring community of greatest gain until none gains;
/// only nodes whose surroundings changed are looked at again (the paper's queue).</summary>
internal sealed class LocalMoving
{
    private const double MinGain = 1e-12;

    private readonly Graph _graph;
    private readonly int[] _community;
    private readonly double _perStrength;
    private readonly double[] _strength;
    private readonly double[] _toCommunity;
    private readonly List<int> _touched = [];

    public LocalMoving(Graph graph, int[] community, double resolution)
    {
        _graph = graph;
        _community = community;
        _perStrength = graph.Total > 0 ? resolution / (2 * graph.Total) : 0;
        _strength = new double[graph.Nodes];
        _toCommunity = new double[graph.Nodes];
        for (var node = 0; node < graph.Nodes; node++) _strength[community[node]] += graph.Strength[node];
    }

    /// <summary>Changes the partition in place; true if any node moved.</summary>
    public bool Run(int[] order)
    {
        var queue = new Queue<int>(order);
        var queued = new bool[_graph.Nodes];
        Array.Fill(queued, true);
        var moved = false;
        while (queue.TryDequeue(out var node))
        {
            queued[node] = false;
            var from = _community[node];
            var to = Best(node);
            if (to == from) continue;
            _strength[from] -= _graph.Strength[node];
            _strength[to] += _graph.Strength[node];
            _community[node] = to;
            moved = true;
            Requeue(node, to, queue, queued);
        }
        return moved;
    }

    private int Best(int node)
    {
        var own = _community[node];
        GatherWeights(node);
        var best = own;
        var bestGain = Gain(node, own) + MinGain;
        foreach (var candidate in _touched)
        {
            var gain = Gain(node, candidate);
            if (gain <= bestGain) continue;
            (best, bestGain) = (candidate, gain);
        }
        foreach (var candidate in _touched) _toCommunity[candidate] = 0;
        _touched.Clear();
        return best;
    }

    private void GatherWeights(int node)
    {
        for (var i = _graph.Start[node]; i < _graph.Start[node + 1]; i++)
        {
            var other = _community[_graph.Neighbour[i]];
            if (_toCommunity[other] == 0) _touched.Add(other);
            _toCommunity[other] += _graph.Weight[i];
        }
    }

    /// <summary>Gain of standing in a community over standing alone.</summary>
    private double Gain(int node, int community)
    {
        var others = _strength[community] - (community == _community[node] ? _graph.Strength[node] : 0);
        return _toCommunity[community] - (_perStrength * _graph.Strength[node] * others);
    }

    private void Requeue(int node, int community, Queue<int> queue, bool[] queued)
    {
        for (var i = _graph.Start[node]; i < _graph.Start[node + 1]; i++)
        {
            var other = _graph.Neighbour[i];
            if (queued[other] || _community[other] == community) continue;
            queued[other] = true;
            queue.Enqueue(other);
        }
    }
}
