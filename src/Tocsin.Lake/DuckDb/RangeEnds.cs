using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>A range's ends for <c>time &gt;= ? AND time &lt; ?</c>.</summary>
internal static class RangeEnds
{
    public static Parameter From(TimeRange range) => range.From;

    /// <summary>The end is not in the range, except where the range has no end.</summary>
    public static Parameter Until(TimeRange range) =>
        range.Until == DateTimeOffset.MaxValue ? Parameter.Timestamp(long.MaxValue) : range.Until;
}
