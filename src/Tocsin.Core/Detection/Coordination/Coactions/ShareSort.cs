using System.Numerics;

namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>
/// Sorts shares by (object, time): first into parts by the leading bits of the object's hash, which spreads them evenly,
/// then each part by itself, on all cores. Working memory: the 32 bytes per row of the result.
/// </summary>
public static class ShareSort
{
    private const int RowsPerPart = 2048;
    private const int MaxPartBits = 12;

    /// <summary>All rows of the blocks in order. A block is let go once its rows have been moved.</summary>
    /// <param name="blocks">The rows; emptied by the call.</param>
    /// <param name="rank">What each account number becomes.</param>
    public static Share[] Sort(List<ArraySegment<Share>> blocks, ReadOnlySpan<int> rank)
    {
        var rows = blocks.Sum(block => (long)block.Count);
        var bits = Math.Clamp(BitOperations.Log2((uint)(rows / RowsPerPart) + 1), 1, MaxPartBits);
        var starts = CountParts(blocks, bits);
        var sorted = new Share[rows];
        Distribute(blocks, rank, sorted, bits, starts.AsSpan().ToArray());
        _ = Parallel.For(0, starts.Length - 1, part => sorted.AsSpan(starts[part]..starts[part + 1]).Sort());
        return sorted;
    }

    private static int[] CountParts(List<ArraySegment<Share>> blocks, int bits)
    {
        var starts = new int[(1 << bits) + 1];
        foreach (var block in blocks)
        {
            foreach (ref readonly var share in block.AsSpan()) starts[PartOf(share, bits) + 1]++;
        }
        for (var part = 1; part < starts.Length; part++) starts[part] += starts[part - 1];
        return starts;
    }

    private static void Distribute(List<ArraySegment<Share>> blocks, ReadOnlySpan<int> rank, Share[] target, int bits, int[] next)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            foreach (ref readonly var share in blocks[i].AsSpan())
            {
                target[next[PartOf(share, bits)]++] = share with { Account = rank[share.Account] };
            }
            blocks[i] = default;
        }
        blocks.Clear();
    }

    private static int PartOf(in Share share, int bits) => (int)(share.Object >> (64 - bits));
}
