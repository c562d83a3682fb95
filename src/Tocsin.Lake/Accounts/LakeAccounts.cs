using Tocsin.Core;
using Tocsin.Lake.DuckDb.Client;
using Tocsin.Lake.Hunting;
using Tocsin.Lake.Search;

namespace Tocsin.Lake.Accounts;

/// <summary>What the lake tells of one account. Accounts that the lake does not know have no acts, values or names.</summary>
public sealed class LakeAccounts
{
    private readonly Database _lake;

    internal LakeAccounts(Database lake) => _lake = lake;

    /// <summary>When it acts.</summary>
    public AccountRhythm Rhythm(ulong account, CancellationToken cancel = default)
    {
        using var connection = _lake.Connect();
        return AccountRhythm.Of(RowsOf(connection, account, cancel).Select(row => Micros.ToTime(row.Time)));
    }

    /// <summary>The values it uses most; of those it uses as often, the rarest first.</summary>
    public IReadOnlyList<UsedValue> Observables(ulong account, int limit, CancellationToken cancel = default) =>
        Within(connection => new AccountValues(connection, cancel).Most(account, limit));

    /// <summary>Accounts that share most with it, weighed by how rare it is what they share.</summary>
    public IReadOnlyList<ActsWith> ActsWith(ulong account, int limit, CancellationToken cancel = default) =>
        Within(connection => new Companions(connection, cancel).Of(account, limit));

    /// <summary>Accounts whose mix of values and hours is most like its own.</summary>
    public IReadOnlyList<AlikeAccount> Alike(ulong account, int limit, CancellationToken cancel = default) =>
        Within(connection => new AlikeAccounts(connection, cancel).To(account, limit));

    /// <summary>Names it was seen with, the newest first.</summary>
    public IReadOnlyList<AccountName> Names(ulong account)
    {
        var names = new List<AccountName>();
        using var connection = _lake.Connect();
        using var rows = connection.Query(
            """
            SELECT handle, display_name, min(first_seen), max(last_seen) AS last FROM profiles
            WHERE key = ? AND (handle IS NOT NULL OR display_name IS NOT NULL) GROUP BY handle, display_name ORDER BY last DESC, handle, display_name
            """, account);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                names.Add(new(chunk[0].Text(i), chunk[1].Text(i), Micros.ToTime(chunk[2].Values<long>()[i]), Micros.ToTime(chunk[3].Values<long>()[i])));
        }
        return names;
    }

    /// <summary>What it did, newest first.</summary>
    /// <param name="cursor">The page before's <see cref="HuntPage.Next"/>; null for the first.</param>
    /// <exception cref="Problem">The cursor is none.</exception>
    public HuntPage Posts(ulong account, int limit, string? cursor = null, CancellationToken cancel = default)
    {
        var before = PageCursor.Before(cursor);
        return Within(connection =>
        {
            var rows = RowsOf(connection, account, cancel).Select(row => SearchRow.Of(row.Time, row.Place)).Where(row => row <= before);
            return PostReader.Page(connection, [.. rows.OrderDescending().Take(limit + 1)], limit);
        });
    }

    private static List<(long Time, long Place)> RowsOf(Connection connection, ulong account, CancellationToken cancel)
    {
        var found = new List<(long, long)>();
        using var rows = connection.Query("SELECT time, rowid FROM events WHERE account = ?", [account], cancel);
        while (rows.Read(out var chunk))
        {
            var times = chunk[0].Values<long>();
            var places = chunk[1].Values<long>();
            for (var i = 0; i < chunk.Count; i++)
                found.Add((times[i], places[i]));
        }
        return found;
    }

    // Several queries on one snapshot; temporary tables go with it.
    private T Within<T>(Func<Connection, T> read)
    {
        using var connection = _lake.Connect();
        using var snapshot = connection.Begin();
        return read(connection);
    }
}
