namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>Shares as columns sorted by (object, time); the last two have one entry per row.</summary>
/// <param name="Actions">Who shared which object when.</param>
/// <param name="Content">With what post: hash of its id.</param>
/// <param name="IsOwnContent">Whether the object is that post itself.</param>
public sealed record SortedShares(SortedActions Actions, ulong[] Content, bool[] IsOwnContent)
{
    /// <summary>The rows that count as input.</summary>
    /// <param name="sorted">In the order of <see cref="Share"/>.</param>
    /// <param name="accounts">How many accounts are numbered.</param>
    /// <param name="dropDuplicates">Whether rows equal in everything count once.</param>
    /// <param name="minParticipation">Rows of accounts with fewer rows are left out.</param>
    public static SortedShares From(ReadOnlySpan<Share> sorted, int accounts, bool dropDuplicates, int minParticipation)
    {
        var rowsOf = new int[accounts];
        for (var row = 0; row < sorted.Length; row++)
        {
            if (!(dropDuplicates && IsRepeated(sorted, row))) rowsOf[sorted[row].Account]++;
        }
        var builder = new Builder(rowsOf.Where(rows => rows >= minParticipation).Sum());
        for (var row = 0; row < sorted.Length; row++)
        {
            if (rowsOf[sorted[row].Account] >= minParticipation && !(dropDuplicates && IsRepeated(sorted, row))) builder.Add(sorted[row]);
        }
        return builder.Build(accounts);
    }

    private static bool IsRepeated(ReadOnlySpan<Share> sorted, int row) => row > 0 && sorted[row] == sorted[row - 1];

    private sealed class Builder(int rows)
    {
        private readonly List<int> _start = [];
        private readonly long[] _time = GC.AllocateUninitializedArray<long>(rows);
        private readonly int[] _account = GC.AllocateUninitializedArray<int>(rows);
        private readonly ulong[] _content = GC.AllocateUninitializedArray<ulong>(rows);
        private readonly bool[] _isOwnContent = GC.AllocateUninitializedArray<bool>(rows);
        private ulong _object;
        private int _next;

        public void Add(in Share share)
        {
            if (_next == 0 || share.Object != _object) _start.Add(_next);
            _object = share.Object;
            _time[_next] = share.Time;
            _account[_next] = share.Account;
            _content[_next] = share.Content;
            _isOwnContent[_next] = share.Content == share.Object;
            _next++;
        }

        public SortedShares Build(int accounts) =>
            new(new SortedActions([.. _start, rows], _time, _account, accounts), _content, _isOwnContent);
    }
}
