namespace Tocsin.Core.Networks;

/// <summary>Second phase of Leiden: splits every community into well-connected parts, merging single nodes at random with
/// probability rising with the gain (the paper's θ = 0.01). What it returns lies inside the communities given.</summary>
internal sealed class Refinement(Graph graph, int[] community, double resolution, Random random)
{
    private const double Theta = 0.01;

    private readonly double _perStrength = graph.Total > 0 ? resolution / (2 * graph.Total) : 0;
    private readonly int[] _part = [.. Enumerable.Range(0, graph.Nodes)];
    private readonly int[] _size = [.. Enumerable.Repeat(1, graph.Nodes)];
    private readonly double[] _strength = [.. graph.Strength];
    private readonly double[] _cut = new double[graph.Nodes];          // weight from a part to the rest of its community
    private readonly double[] _communityStrength = new double[graph.Nodes];
    private readonly Dictionary<int, double> _toPart = [];

    /// <summary>The part of each node.</summary>
    public int[] Run(int[] order)
    {
        for (var node = 0; node < graph.Nodes; node++)
        {
            _communityStrength[community[node]] += graph.Strength[node];
            _cut[node] = WeightWithin(node);
        }
        foreach (var node in order)
        {
            if (_size[_part[node]] == 1 && WellConnected(_part[node])) Merge(node);
        }
        return _part;
    }

    private double WeightWithin(int node)
    {
        double sum = 0;
        for (var i = graph.Start[node]; i < graph.Start[node + 1]; i++)
        {
            if (community[graph.Neighbour[i]] == community[node]) sum += graph.Weight[i];
        }
        return sum;
    }

    private bool WellConnected(int part)
    {
        var rest = _communityStrength[community[part]] - _strength[part];   // a part keeps the number of its first node
        return _cut[part] >= _perStrength * _strength[part] * rest;
    }

    private void Merge(int node)
    {
        GatherParts(node);
        var chosen = Choose(node);
        if (chosen < 0) return;
        _cut[chosen] += _cut[node] - (2 * _toPart[chosen]);
        _strength[chosen] += graph.Strength[node];
        _size[chosen]++;
        _size[node] = 0;
        _part[node] = chosen;
    }

    private void GatherParts(int node)
    {
        _toPart.Clear();
        for (var i = graph.Start[node]; i < graph.Start[node + 1]; i++)
        {
            var other = graph.Neighbour[i];
            if (community[other] != community[node]) continue;
            _toPart[_part[other]] = _toPart.GetValueOrDefault(_part[other]) + graph.Weight[i];
        }
    }

    private int Choose(int node)
    {
        var candidates = new List<(int Part, double Gain)>();
        double best = 0;
        foreach (var (part, weight) in _toPart)
        {
            var gain = weight - (_perStrength * graph.Strength[node] * _strength[part]);
            if (gain < 0 || !WellConnected(part)) continue;
            candidates.Add((part, gain));
            best = Math.Max(best, gain);
        }
        if (candidates.Count == 0) return -1;
        var scale = Math.Max(best, double.Epsilon) * Theta;   // relative to the best gain, so that units of weight do not matter
        var weights = candidates.ConvertAll(c => Math.Exp((c.Gain - best) / scale));
        var draw = random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Count; i++)
        {
            draw -= weights[i];
            if (draw <= 0) return candidates[i].Part;
        }
        return candidates[^1].Part;
    }
}
