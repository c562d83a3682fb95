namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>Shares as columns sorted by (object, time).</summary>
/// <param name="Actions">Who shared which object when.</param>
/// <param name="Content">With what post: hash of its id, one per row.</param>
public sealed record SortedShares(SortedActions Actions, ulong[] Content)
{
    /// <summary>Keeps the rows that can form a pair.</summary>
    /// <param name="sorted">In the order of <see cref="Share"/>.</param>
    /// <param name="accounts">How many accounts are numbered.</param>
    /// <param name="dropDuplicates">Whether rows equal in everything count once.</param>
    /// <param name="minParticipation">Rows of accounts with fewer rows are left out.</param>
    /// <param name="dropOwnContent">Whether rows whose object is their own content are left out, after participation is counted.</param>
    public static SortedShares From(ReadOnlySpan<Share> sorted, int accounts, bool dropDuplicates, int minParticipation, bool dropOwnContent)
    {
        var keep = Mark(sorted, accounts, dropDuplicates, minParticipation, dropOwnContent, out var kept);
        var builder = new Builder(kept);
        for (var row = 0; row < sorted.Length; row++)
        {
            if (keep[row]) builder.Add(sorted[row]);
        }
        return builder.Build(accounts);
    }

    private static bool[] Mark(
        ReadOnlySpan<Share> sorted, int accounts, bool dropDuplicates, int minParticipation, bool dropOwnContent, out int kept)
    {
        var keep = new bool[sorted.Length];
        var participation = new int[accounts];
        for (var row = 0; row < sorted.Length; row++)
        {
            keep[row] = !(dropDuplicates && row > 0 && sorted[row] == sorted[row - 1]);
            if (keep[row]) participation[sorted[row].Account]++;
        }
        kept = 0;
        for (var row = 0; row < sorted.Length; row++)
        {
            ref readonly var share = ref sorted[row];
            keep[row] &= participation[share.Account] >= minParticipation && !(dropOwnContent && share.Object == share.Content);
            if (keep[row]) kept++;
        }
        return keep;
    }

    private sealed class Builder(int rows)
    {
        private readonly List<int> _start = [];
        private readonly long[] _time = new long[rows];
        private readonly int[] _account = new int[rows];
        private readonly ulong[] _content = new ulong[rows];
        private ulong _object;
        private int _next;

        public void Add(in Share share)
        {
            if (_next == 0 || share.Object != _object) _start.Add(_next);
            _object = share.Object;
            _time[_next] = share.Time;
            _account[_next] = share.Account;
            _content[_next] = share.Content;
            _next++;
        }

        public SortedShares Build(int accounts) => new(new SortedActions([.. _start, rows], _time, _account, accounts), _content);
    }
}
