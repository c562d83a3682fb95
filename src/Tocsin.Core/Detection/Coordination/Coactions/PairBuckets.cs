using System.Numerics;

namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>
/// Splits co-actions into buckets by ranges of the lower account, and rows into chunks, and counts how many co-actions
/// of each chunk fall into each bucket: from that follows where each may be written without threads meeting.
/// </summary>
internal sealed class PairBuckets
{
    private const int MaxBuckets = 2048;
    private const int MaxChunks = 64;
    private const int MinChunkRows = 4096;

    private readonly long[] _counts;   // [chunk * Count + bucket]
    private readonly int _rows;

    public PairBuckets(SortedActions actions)
    {
        _rows = actions.Count;
        Shift = Math.Max(0, BitOperations.Log2((uint)Math.Max(1, actions.Accounts - 1)) + 1 - BitOperations.Log2(MaxBuckets));
        Count = (Math.Max(0, actions.Accounts - 1) >> Shift) + 1;
        Chunks = Math.Clamp(_rows / MinChunkRows, 1, MaxChunks);
        _counts = new long[Chunks * Count];
    }

    /// <summary>Bucket of a lower account: its number shifted down by this.</summary>
    public int Shift { get; }

    public int Count { get; }

    public int Chunks { get; }

    public (int From, int Until) Rows(int chunk) =>
        ((int)((long)_rows * chunk / Chunks), (int)((long)_rows * (chunk + 1) / Chunks));

    public Span<long> CountsOf(int chunk) => _counts.AsSpan(chunk * Count, Count);

    public long Size(int bucket)
    {
        long size = 0;
        for (var chunk = 0; chunk < Chunks; chunk++) size += _counts[chunk * Count + bucket];
        return size;
    }

    /// <summary>Runs of buckets that hold at most <paramref name="capacity"/> co-actions each; one bucket that alone
    /// holds more gets a run of its own.</summary>
    public IEnumerable<BucketRun> Runs(long capacity)
    {
        var first = 0;
        long size = 0;
        for (var bucket = 0; bucket < Count; bucket++)
        {
            var more = Size(bucket);
            if (size > 0 && size + more > capacity)
            {
                yield return new BucketRun(first, bucket, size);
                first = bucket;
                size = 0;
            }
            size += more;
        }
        if (size > 0) yield return new BucketRun(first, Count, size);
    }
}

/// <summary>Buckets <c>First</c> to <c>End</c> - 1, which together hold <c>Size</c> co-actions.</summary>
internal readonly record struct BucketRun(int First, int End, long Size)
{
    public int Length => End - First;
}
