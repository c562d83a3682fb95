namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>Shares as columns sorted by (object, time); the last two have one entry per row.</summary>
/// <param name="Actions">Who shared which object when.</param>
/// <param name="Content">With what post: hash of its id.</param>
/// <param name="IsOwnContent">Whether the object is that post itself.</param>
public sealed record SortedShares(SortedActions Actions, ulong[] Content, bool[] IsOwnContent)
{
    private const int ChunkRows = 1 << 16;

    /// <summary>The rows that count as input.</summary>
    /// <param name="sorted">In the order of <see cref="Share"/>.</param>
    /// <param name="accounts">How many accounts are numbered.</param>
    /// <param name="dropDuplicates">Whether rows equal in everything count once.</param>
    /// <param name="minParticipation">Rows of accounts with fewer rows are left out.</param>
    public static SortedShares From(Share[] sorted, int accounts, bool dropDuplicates, int minParticipation)
    {
        var input = new Input(sorted, CountRows(sorted, accounts, dropDuplicates), dropDuplicates, minParticipation);
        var bounds = ObjectBounds(sorted);
        var first = new int[bounds.Length];   // of each chunk, among the rows kept
        _ = Parallel.For(1, bounds.Length, chunk => first[chunk] = input.CountKept(bounds[chunk - 1], bounds[chunk]));
        for (var chunk = 1; chunk < first.Length; chunk++) first[chunk] += first[chunk - 1];
        var columns = new Columns(first[^1]);
        var starts = new List<int>[bounds.Length - 1];
        _ = Parallel.For(0, starts.Length, chunk => starts[chunk] = input.Fill(columns, bounds[chunk], bounds[chunk + 1], first[chunk]));
        var actions = new SortedActions([.. starts.SelectMany(start => start), first[^1]], columns.Time, columns.Account, accounts);
        return new SortedShares(actions, columns.Content, columns.IsOwnContent);
    }

    private static int[] CountRows(Share[] sorted, int accounts, bool dropDuplicates)
    {
        var rowsOf = new int[accounts];
        for (var row = 0; row < sorted.Length; row++)
        {
            if (!(dropDuplicates && IsRepeated(sorted, row))) rowsOf[sorted[row].Account]++;
        }
        return rowsOf;
    }

    /// <summary>Cuts the rows where an object begins, after about every <see cref="ChunkRows"/>; from the first row to the end.</summary>
    private static int[] ObjectBounds(Share[] sorted)
    {
        var bounds = new List<int> { 0 };
        for (var row = ChunkRows; row < sorted.Length; row += ChunkRows)
        {
            while (row < sorted.Length && sorted[row].Object == sorted[row - 1].Object) row++;
            if (row < sorted.Length) bounds.Add(row);
        }
        return [.. bounds, sorted.Length];
    }

    private static bool IsRepeated(Share[] sorted, int row) => row > 0 && sorted[row] == sorted[row - 1];

    private sealed class Columns(int rows)
    {
        public long[] Time { get; } = GC.AllocateUninitializedArray<long>(rows);

        public int[] Account { get; } = GC.AllocateUninitializedArray<int>(rows);

        public ulong[] Content { get; } = GC.AllocateUninitializedArray<ulong>(rows);

        public bool[] IsOwnContent { get; } = GC.AllocateUninitializedArray<bool>(rows);
    }

    private sealed record Input(Share[] Sorted, int[] RowsOf, bool DropDuplicates, int MinParticipation)
    {
        public int CountKept(int from, int until)
        {
            var kept = 0;
            for (var row = from; row < until; row++)
            {
                if (Keeps(row)) kept++;
            }
            return kept;
        }

        /// <summary>Writes the rows kept from <paramref name="next"/> on; returns where each object starts.</summary>
        public List<int> Fill(Columns columns, int from, int until, int next)
        {
            var starts = new List<int>();
            ulong? last = null;
            for (var row = from; row < until; row++)
            {
                if (!Keeps(row)) continue;
                ref readonly var share = ref Sorted[row];
                if (share.Object != last) starts.Add(next);
                last = share.Object;
                columns.Time[next] = share.Time;
                columns.Account[next] = share.Account;
                columns.Content[next] = share.Content;
                columns.IsOwnContent[next++] = share.Content == share.Object;
            }
            return starts;
        }

        private bool Keeps(int row) => RowsOf[Sorted[row].Account] >= MinParticipation && !(DropDuplicates && IsRepeated(Sorted, row));
    }
}
