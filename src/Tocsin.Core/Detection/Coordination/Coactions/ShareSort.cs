using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>
/// Sorts shares by (object, time, content, account) on all cores: into parts by the leading bits of the object's hash, which
/// spread evenly; each part again by the next bits, so that few objects meet; then the little that is left by comparing.
/// Working memory: the 32 bytes per row of the result.
/// </summary>
public static class ShareSort
{
    private const int RowsPerPart = 2048;
    private const int MaxPartBits = 12;
    private const int InnerBits = 10;

    /// <summary>All rows of the blocks in order.</summary>
    /// <param name="blocks">The rows.</param>
    /// <param name="rank">What each account number becomes.</param>
    public static Share[] Sort(IReadOnlyList<ArraySegment<Share>> blocks, int[] rank)
    {
        var rows = blocks.Sum(block => (long)block.Count);
        var bits = Math.Clamp(BitOperations.Log2((uint)(rows / RowsPerPart) + 1), 1, MaxPartBits);
        var sorted = GC.AllocateUninitializedArray<Share>((int)rows);
        var starts = Distribute(blocks, rank, sorted, bits);
        _ = Parallel.For(0, starts.Length - 1, () => Array.Empty<Share>(), (part, _, scratch) =>
        {
            var rowsOfPart = sorted.AsSpan(starts[part]..starts[part + 1]);
            if (scratch.Length < rowsOfPart.Length) scratch = new Share[BitOperations.RoundUpToPowerOf2((uint)rowsOfPart.Length)];
            SortPart(rowsOfPart, scratch, bits);
            return scratch;
        }, static _ => { });
        return sorted;
    }

    /// <summary>Moves every row into its part; returns where each part starts, and the end.</summary>
    private static int[] Distribute(IReadOnlyList<ArraySegment<Share>> blocks, int[] rank, Share[] target, int bits)
    {
        var next = new int[blocks.Count][];
        _ = Parallel.For(0, blocks.Count, block => next[block] = Count(blocks[block], bits));
        var starts = new int[(1 << bits) + 1];
        var sum = 0;
        for (var part = 0; part < starts.Length - 1; part++)
        {
            starts[part] = sum;
            foreach (var counts in next) (counts[part], sum) = (sum, sum + counts[part]);
        }
        starts[^1] = sum;
        _ = Parallel.For(0, blocks.Count, block =>
        {
            var places = next[block];
            foreach (ref readonly var share in blocks[block].AsSpan())
                target[places[PartOf(share, 64 - bits, bits)]++] = share with { Account = rank[share.Account] };
        });
        return starts;
    }

    private static int[] Count(ReadOnlySpan<Share> rows, int bits)
    {
        var counts = new int[1 << bits];
        foreach (ref readonly var share in rows) counts[PartOf(share, 64 - bits, bits)]++;
        return counts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortPart(Span<Share> rows, Share[] scratch, int outerBits)
    {
        var shift = 64 - outerBits - InnerBits;
        Span<int> ends = stackalloc int[1 << InnerBits];
        ends.Clear();
        foreach (ref readonly var share in rows) ends[PartOf(share, shift, InnerBits)]++;
        var sum = 0;
        foreach (ref var count in ends) (count, sum) = (sum, sum + count);
        rows.CopyTo(scratch);
        foreach (ref readonly var share in scratch.AsSpan(0, rows.Length)) rows[ends[PartOf(share, shift, InnerBits)]++] = share;
        var start = 0;
        foreach (var end in ends)
        {
            if (end - start > 1) rows[start..end].Sort();
            start = end;
        }
    }

    private static int PartOf(in Share share, int shift, int bits) => (int)(share.Object >> shift) & ((1 << bits) - 1);
}
