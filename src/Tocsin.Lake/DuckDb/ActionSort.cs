using System.Numerics;
using Tocsin.Core.Events;

namespace Tocsin.Lake.DuckDb;

/// <summary>
/// Sorts rows by (value, time, event): first into parts by the leading bits of the value's key, which a hash spreads
/// evenly, then each part by itself, on all cores. Works in 32 bytes per row beside the result.
/// </summary>
internal sealed class ActionSort
{
    private const int BlockRows = 1 << 16;
    private const int RowsPerPart = 2048;
    private const int MaxPartBits = 12;

    private readonly List<ArraySegment<Row>> blocks = [];
    private Row[] block = [];
    private int used;

    public void Add(ReadOnlySpan<ulong> values, ReadOnlySpan<long> times, ReadOnlySpan<ulong> accounts, ReadOnlySpan<ulong> events)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (used == block.Length)
                NextBlock();
            block[used++] = new Row(values[i], times[i], accounts[i], events[i]);
        }
    }

    /// <summary>All rows added, in order; they are let go.</summary>
    public ActionColumns Sorted()
    {
        CloseBlock();
        var rows = checked((int)blocks.Sum(b => (long)b.Count));
        var bits = Math.Clamp(BitOperations.Log2((uint)(rows / RowsPerPart) + 1), 1, MaxPartBits);
        var starts = CountParts(bits);
        var sorted = Distribute(rows, [.. starts], bits);
        var columns = new ActionColumns(new ulong[rows], new long[rows], new ulong[rows], new ulong[rows]);
        Parallel.For(0, starts.Length - 1, part => SortPart(sorted, starts[part], starts[part + 1], columns));
        return columns;
    }

    private void NextBlock()
    {
        CloseBlock();
        block = GC.AllocateUninitializedArray<Row>(BlockRows);
    }

    private void CloseBlock()
    {
        if (used > 0)
            blocks.Add(new ArraySegment<Row>(block, 0, used));
        (block, used) = ([], 0);
    }

    private int[] CountParts(int bits)
    {
        var starts = new int[(1 << bits) + 1];
        foreach (var rows in blocks)
        {
            foreach (ref readonly var row in rows.AsSpan())
                starts[(int)(row.Value >> (64 - bits)) + 1]++;
        }
        for (var part = 1; part < starts.Length; part++)
            starts[part] += starts[part - 1];
        return starts;
    }

    private Row[] Distribute(int rows, int[] next, int bits)
    {
        var target = GC.AllocateUninitializedArray<Row>(rows);
        for (var i = 0; i < blocks.Count; i++)
        {
            foreach (ref readonly var row in blocks[i].AsSpan())
                target[next[(int)(row.Value >> (64 - bits))]++] = row;
            blocks[i] = default;
        }
        blocks.Clear();
        return target;
    }

    private static void SortPart(Row[] rows, int start, int end, ActionColumns columns)
    {
        rows.AsSpan(start..end).Sort();
        for (var i = start; i < end; i++)
            (columns.Value[i], columns.Time[i], columns.Account[i], columns.Event[i]) = rows[i];
    }

    private readonly record struct Row(ulong Value, long Time, ulong Account, ulong Event) : IComparable<Row>
    {
        public int CompareTo(Row other)
        {
            if (Value != other.Value)
                return Value < other.Value ? -1 : 1;
            if (Time != other.Time)
                return Time < other.Time ? -1 : 1;
            return Event.CompareTo(other.Event);
        }
    }
}
