namespace Tocsin.Lake.Hunting;

/// <summary>Keeps all rows as long as they are few, then a half of them, a quarter, …: always the same ones, chosen by their hash.</summary>
internal sealed class RowSample(int most)
{
    private readonly List<long> _kept = [];
    private int _halvings;

    /// <summary>Rows shown so far.</summary>
    public long Seen { get; private set; }

    /// <summary>The share of rows that is kept.</summary>
    public double Share => Math.ScaleB(1, -_halvings);

    public IReadOnlyList<long> Kept => _kept;

    public void Add(ReadOnlySpan<long> rows)
    {
        Seen += rows.Length;
        foreach (var row in rows)
        {
            if (IsKept(row))
                _kept.Add(row);
        }
        while (_kept.Count > most)
        {
            _halvings++;
            _kept.RemoveAll(row => !IsKept(row));
        }
    }

    /// <summary>Drops rows until the share is no greater than this one.</summary>
    public void Match(RowSample other)
    {
        while (_halvings < other._halvings)
        {
            _halvings++;
            _kept.RemoveAll(row => !IsKept(row));
        }
    }

    private bool IsKept(long row) => ((ulong)row * 0x9E3779B97F4A7C15 >> 32 & ((1UL << _halvings) - 1)) == 0;
}
