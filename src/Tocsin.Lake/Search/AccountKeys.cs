using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Search;

/// <summary>Finds accounts by what people call them.</summary>
internal static class AccountKeys
{
    /// <summary>Keys of the accounts that have or had this handle, that have this id, or that are this <c>platform:id</c>.</summary>
    public static IReadOnlyCollection<ulong> Named(Connection connection, string name, int limit)
    {
        var keys = new SortedSet<ulong>();
        if (name.IndexOf(':') is > 0 and var colon && colon < name.Length - 1)
            keys.Add(Keys.Of(name[..colon].ToLowerInvariant(), name[(colon + 1)..]));
        using var rows = connection.Query(
            "SELECT DISTINCT key FROM profiles WHERE lower(handle) = lower(?) OR id = ? ORDER BY key LIMIT ?", name, name, limit);
        while (rows.Read(out var chunk))
            keys.UnionWith(chunk[0].Values<ulong>().ToArray());
        return keys;
    }
}
