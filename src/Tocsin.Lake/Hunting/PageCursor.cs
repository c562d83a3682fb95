using System.Globalization;
using Tocsin.Core;

namespace Tocsin.Lake.Hunting;

/// <summary>Where a page of posts ends, as text for links: the number of its last event.</summary>
internal static class PageCursor
{
    public static string Write(long row) => row.ToString("x16");

    /// <summary>The greatest number of the next page.</summary>
    /// <exception cref="Problem">It is no cursor.</exception>
    public static long Before(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return long.MaxValue;
        return long.TryParse(cursor, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var row) && row > 0
            ? row - 1
            : throw new Problem("The page cannot be found", cursor, "Start again from the first page.");
    }
}
