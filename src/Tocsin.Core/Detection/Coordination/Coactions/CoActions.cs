using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>
/// Who acted together on one object within a window, and how often: all pairs of accounts, each with one edge.
/// <para>
/// Memory besides the rows and the edges: one buffer of at most <c>bufferBytes</c> (24 bytes per co-action), however many
/// co-actions there are. When they do not fit, the window pass runs again for the next range of accounts; nothing is
/// dropped. Only if the accounts of one range (1/2048 of all) exceed the buffer by themselves does it grow to hold them.
/// </para>
/// <para>The answer does not depend on the number of threads.</para>
/// </summary>
public static class CoActions
{
    public const long DefaultBufferBytes = 768L << 20;

    internal const int BytesPerCoAction = 24;

    /// <summary>The edges of all pairs with at least one co-action, sorted by (U, V).</summary>
    /// <param name="actions">What was done.</param>
    /// <param name="window">How far apart two rows may lie, inclusive, in the unit of <see cref="SortedActions.Time"/>.</param>
    /// <param name="filter">Which pairs of rows count.</param>
    /// <param name="fold">Makes an edge out of the co-actions of a pair.</param>
    /// <param name="bufferBytes">Bound of the working memory.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    public static TEdge[] Fold<TFilter, TFold, TEdge>(
        SortedActions actions, long window, TFilter filter, TFold fold, long bufferBytes = DefaultBufferBytes, CancellationToken cancellation = default)
        where TFilter : struct, IPairFilter
        where TFold : struct, ICoActionFold<TEdge>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(window);
        var work = new Folding<TFilter, TFold, TEdge>(actions, window, filter, fold, cancellation);
        return work.Run(bufferBytes / BytesPerCoAction);
    }

    internal static ParallelOptions Parallelism(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
}

/// <summary>One run of <see cref="CoActions.Fold"/>: count, then per range of accounts write, sort and fold.</summary>
internal sealed class Folding<TFilter, TFold, TEdge>(SortedActions actions, long window, TFilter filter, TFold fold, CancellationToken cancellation)
    where TFilter : struct, IPairFilter
    where TFold : struct, ICoActionFold<TEdge>
{
    private readonly PairBuckets _buckets = new(actions);
    private readonly ParallelOptions _parallel = CoActions.Parallelism(cancellation);
    private readonly int _bitsV = BitOperations.Log2((uint)Math.Max(1, actions.Accounts - 1)) + 1;
    private CoAction[] _buffer = [];

    public TEdge[] Run(long capacity)
    {
        _ = Parallel.For(0, _buckets.Chunks, _parallel, Count);
        TEdge[] edges = [];
        foreach (var run in _buckets.Runs(capacity))
        {
            if (run.Size > Array.MaxLength) throw TooMany(run.Size);
            if (_buffer.Length < run.Size) _buffer = GC.AllocateUninitializedArray<CoAction>((int)run.Size);
            var starts = Write(run);
            var sizes = Sort(run, starts);
            FoldInto(ref edges, starts, sizes);
        }
        return edges;
    }

    private static Problem TooMany(long size) => new(
        $"{size:N0} co-actions of a few accounts do not fit into memory", "co-actions within the window",
        "take a shorter window, or leave out accounts that act without pause");

    private void Count(int chunk)
    {
        var (from, until) = _buckets.Rows(chunk);
        var counter = new Counter(actions.Account, filter, new long[_buckets.Count], _buckets.Shift);
        SlidingWindow.Visit(actions, window, from, until, ref counter);
        counter.Counts.CopyTo(_buckets.CountsOf(chunk));
    }

    /// <summary>Writes the co-actions of a run, bucket after bucket; returns where each bucket starts, and the end.</summary>
    private int[] Write(BucketRun run)
    {
        var starts = new int[run.Length + 1];
        var next = new int[_buckets.Chunks][];
        for (var chunk = 0; chunk < next.Length; chunk++) next[chunk] = new int[run.Length];
        var sum = 0;
        for (var bucket = 0; bucket < run.Length; bucket++)
        {
            starts[bucket] = sum;
            for (var chunk = 0; chunk < next.Length; chunk++)
            {
                next[chunk][bucket] = sum;
                sum += (int)_buckets.CountsOf(chunk)[run.First + bucket];
            }
        }
        starts[run.Length] = sum;
        _ = Parallel.For(0, _buckets.Chunks, _parallel, chunk =>
        {
            var (from, until) = _buckets.Rows(chunk);
            var writer = new Writer(actions, filter, _buffer, next[chunk], run.First, _buckets.Shift);
            SlidingWindow.Visit(actions, window, from, until, ref writer);
        });
        return starts;
    }

    /// <summary>Sorts each bucket by pair; returns how many pairs each has.</summary>
    private int[] Sort(BucketRun run, int[] starts)
    {
        var pairs = new int[run.Length];
        _ = Parallel.For(0, run.Length, _parallel, () => Array.Empty<CoAction>(), (bucket, _, scratch) =>
        {
            var data = _buffer.AsSpan(starts[bucket]..starts[bucket + 1]);
            if (scratch.Length < data.Length) scratch = new CoAction[BitOperations.RoundUpToPowerOf2((uint)data.Length)];
            CoActionSort.Sort(data, scratch, _buckets.Shift, _bitsV);
            pairs[bucket] = CountPairs(data);
            return scratch;
        }, static _ => { });
        return pairs;
    }

    private static int CountPairs(ReadOnlySpan<CoAction> sorted)
    {
        var pairs = sorted.IsEmpty ? 0 : 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Pair != sorted[i - 1].Pair) pairs++;
        }
        return pairs;
    }

    private void FoldInto(ref TEdge[] edges, int[] starts, int[] sizes)
    {
        var first = new int[sizes.Length];
        var sum = edges.Length;
        for (var bucket = 0; bucket < sizes.Length; bucket++)
        {
            first[bucket] = sum;
            sum = checked(sum + sizes[bucket]);
        }
        Array.Resize(ref edges, sum);
        var target = edges;
        _ = Parallel.For(0, sizes.Length, _parallel, bucket =>
            FoldBucket(_buffer.AsSpan(starts[bucket]..starts[bucket + 1]), target.AsSpan(first[bucket], sizes[bucket])));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FoldBucket(ReadOnlySpan<CoAction> sorted, Span<TEdge> edges)
    {
        foreach (ref var edge in edges)
        {
            var length = 1;
            while (length < sorted.Length && sorted[length].Pair == sorted[0].Pair) length++;
            edge = fold.Fold(sorted[..length]);
            sorted = sorted[length..];
        }
    }

    private readonly struct Counter(int[] account, TFilter filter, long[] counts, int shift) : IPairVisitor
    {
        public long[] Counts => counts;

        public void Visit(int earlier, int later)
        {
            if (filter.Keeps(earlier, later)) counts[Math.Min(account[earlier], account[later]) >> shift]++;
        }
    }

    private readonly struct Writer(SortedActions actions, TFilter filter, CoAction[] buffer, int[] next, int first, int shift) : IPairVisitor
    {
        public void Visit(int earlier, int later)
        {
            var bucket = (Math.Min(actions.Account[earlier], actions.Account[later]) >> shift) - first;
            if ((uint)bucket < (uint)next.Length && filter.Keeps(earlier, later)) buffer[next[bucket]++] = CoAction.Of(actions, earlier, later);
        }
    }
}
