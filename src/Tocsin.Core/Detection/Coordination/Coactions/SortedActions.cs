namespace Tocsin.Core.Detection.Coordination.Coactions;

/// <summary>
/// Actions as columns sorted by (object, time): object <c>k</c> owns rows <c>Start[k]</c> up to, not including,
/// <c>Start[k + 1]</c>. <paramref name="Start"/> has one entry more than there are objects; the other two have one per row.
/// </summary>
/// <param name="Start">First row of each object, and the number of rows at the end.</param>
/// <param name="Time">When, in any unit (microseconds everywhere in Tocsin), rising within an object.</param>
/// <param name="Account">Who: a number from 0 to <paramref name="Accounts"/> - 1.</param>
/// <param name="Accounts">How many accounts are numbered.</param>
public sealed record SortedActions(int[] Start, long[] Time, int[] Account, int Accounts)
{
    public int Count => Time.Length;

    public int Objects => Start.Length - 1;

    /// <summary>From columns already sorted by (<paramref name="value"/>, <paramref name="time"/>): rows of one value become one object.</summary>
    public static SortedActions From(ReadOnlySpan<ulong> value, long[] time, int[] account, int accounts)
    {
        var start = new List<int>();
        for (var row = 0; row < value.Length; row++)
        {
            if (row == 0 || value[row] != value[row - 1]) start.Add(row);
        }
        start.Add(value.Length);
        return new SortedActions([.. start], time, account, accounts);
    }

    /// <summary>The object that owns a row.</summary>
    public int ObjectOf(int row)
    {
        var found = Array.BinarySearch(Start, row);
        if (found < 0) return ~found - 1;
        while (found + 1 < Objects && Start[found + 1] == row) found++;   // objects without rows share a start
        return found;
    }
}
