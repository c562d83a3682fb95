using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Search;

/// <summary>
/// The number of an event in the index: its second since 1970 in the upper 32 bits, its place in the lake's table in the lower
/// 31. So the index itself knows the order in time, and numbers of one lake never collide. Times outside 1970 to 2106 are taken
/// to the nearest end.
/// </summary>
internal static class SearchRow
{
    private const int PlaceBits = 31;

    /// <summary>How many events an index can hold.</summary>
    public const long Capacity = 1L << PlaceBits;

    public static long Of(long micros, long place) => (long)Second(micros) << PlaceBits | place;

    public static long Place(long row) => row & (Capacity - 1);

    public static long Seconds(long row) => row >> PlaceBits;

    /// <summary>Least and greatest number of a range; exact to the second.</summary>
    public static (long First, long Last) Of(TimeRange range)
    {
        var first = range.From == DateTimeOffset.MinValue ? 0 : Of(Micros.Of(range.From) + 999_999, 0);
        var last = range.Until == DateTimeOffset.MaxValue ? long.MaxValue : Of(Micros.Of(range.Until) + 999_999, 0) - 1;
        return (first, last);
    }

    private static uint Second(long micros) => (uint)Math.Clamp(micros / 1_000_000, 0, uint.MaxValue);
}
