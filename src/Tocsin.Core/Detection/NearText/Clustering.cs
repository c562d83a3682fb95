namespace Tocsin.Core.Detection.NearText;

/// <summary>Puts distinct texts into clusters, one after the other; only their sketches are made side by side.</summary>
internal sealed class Clustering(double threshold)
{
    private const int BlockLength = 4096;

    // So like a text of the index that whatever resembles the one resembles the other: no need to index both.
    private const double Same = 0.95;

    private readonly ShingleSets _sets = new();
    private readonly BandIndex _index = new();
    private readonly List<int> _candidates = [];
    private readonly List<int> _representative = [];
    private readonly double _floor = threshold - NearTextClusters.Slack;

    public long TurnedAway => _index.TurnedAway;

    public void AddAll(DistinctTexts texts, CancellationToken cancellation)
    {
        var sketches = new Sketch[BlockLength];
        for (var from = 0; from < texts.Count; from += BlockLength)
        {
            var start = from;
            var count = Math.Min(BlockLength, texts.Count - from);
            Parallel.For(0, count, new ParallelOptions { CancellationToken = cancellation }, () => new MaskedText(), (i, _, mask) =>
            {
                sketches[i] = Sketch.Of(mask.Mask(texts[start + i]));
                return mask;
            }, _ => { });
            foreach (var sketch in sketches.AsSpan(0, count))
                Add(sketch);
        }
    }

    /// <summary>The number of the text that stands for this text's cluster.</summary>
    public int Representative(int text)
    {
        while (_representative[text] != text)
            text = _representative[text] = _representative[_representative[text]];
        return text;
    }

    private void Add(Sketch sketch)
    {
        var text = _sets.Count;
        _sets.Add(sketch.Shingles);
        _representative.Add(text);
        _candidates.Clear();
        _index.Find(sketch.Bands, _candidates);
        var nearest = Join(text);
        if (nearest < Same)
            _index.Add(sketch.Bands, text);
    }

    // Joins the cluster of every candidate that is near enough, nearest first; returns the similarity to the nearest.
    private double Join(int text)
    {
        _candidates.Sort();
        var near = new List<(double Similarity, int Text)>();
        var last = -1;
        foreach (var candidate in _candidates)
        {
            if (candidate == last)
                continue;
            last = candidate;
            var similarity = ShingleSets.Jaccard(_sets[text], _sets[candidate]);
            if (similarity >= threshold)
                near.Add((similarity, candidate));
        }

        near.Sort((a, b) => a.Similarity != b.Similarity ? b.Similarity.CompareTo(a.Similarity) : a.Text - b.Text);
        foreach (var (_, candidate) in near)
            Unite(Representative(candidate), Representative(text));
        return near.Count == 0 ? 0 : near[0].Similarity;
    }

    // Union with a guard: two clusters become one only if those that stand for them are alike. The earlier one stands for both.
    private void Unite(int a, int b)
    {
        if (a != b && ShingleSets.Jaccard(_sets[a], _sets[b]) >= _floor)
            _representative[Math.Max(a, b)] = Math.Min(a, b);
    }
}
