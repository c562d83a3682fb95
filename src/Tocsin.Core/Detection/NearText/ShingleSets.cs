namespace Tocsin.Core.Detection.NearText;

/// <summary>Sets of shingles, each sorted, laid end to end in large blocks.</summary>
internal sealed class ShingleSets
{
    private const int BlockLength = 1 << 22;

    private readonly List<uint[]> _blocks = [];
    private readonly List<(int Block, int Start, int Length)> _sets = [];
    private int _used = BlockLength;

    public int Count => _sets.Count;

    public ReadOnlySpan<uint> this[int set]
    {
        get
        {
            var (block, start, length) = _sets[set];
            return _blocks[block].AsSpan(start, length);
        }
    }

    public void Add(ReadOnlySpan<uint> shingles)
    {
        if (_used + shingles.Length > BlockLength)
        {
            _blocks.Add(new uint[Math.Max(BlockLength, shingles.Length)]);
            _used = 0;
        }

        shingles.CopyTo(_blocks[^1].AsSpan(_used));
        _sets.Add((_blocks.Count - 1, _used, shingles.Length));
        _used += shingles.Length;
    }

    /// <summary>Shared by all, of two sorted sets.</summary>
    public static double Jaccard(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        int i = 0, j = 0, shared = 0;
        while (i < a.Length && j < b.Length)
        {
            var (x, y) = (a[i], b[j]);
            shared += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        var all = a.Length + b.Length - shared;
        return all == 0 ? 1 : (double)shared / all;
    }
}
