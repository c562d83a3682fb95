using System.Globalization;
using Tocsin.Core;

namespace Tocsin.Console.Api.Answers;

/// <summary>Cursors of lists in the order of their ids.</summary>
internal static class Cursors
{
    /// <summary>The id to go on from; null for the first page.</summary>
    /// <exception cref="Problem">It is not one of ours.</exception>
    public static long? Id(string? cursor) => string.IsNullOrEmpty(cursor) ? null
        : long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id
        : throw new Problem("the cursor is not of this list", "cursor", "start at the first page, without a cursor");
}
