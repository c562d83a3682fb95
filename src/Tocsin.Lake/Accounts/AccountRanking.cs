using System.Globalization;
using Tocsin.Core;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Accounts;

/// <summary>Lists accounts by what the last scan made of them, those without a score last.</summary>
public sealed class AccountRanking
{
    private const string InOrder = """
        WITH found AS MATERIALIZED (
                 SELECT DISTINCT key FROM profiles
                 WHERE $1 = '' OR contains(lower(handle), $1) OR contains(lower(display_name), $1) OR starts_with(lower(id), $1)),
             ranked AS (SELECT key, coalesce(score, 0.0) AS score, signal FROM found LEFT JOIN account_scores s ON s.account = key)
        SELECT key, score, signal, (SELECT count(*) FROM found) FROM ranked
        WHERE score < $2 OR (score = $2 AND key > $3) ORDER BY score DESC, key LIMIT $4
        """;

    private readonly Database _lake;
    private readonly LakeReader _reader;

    internal AccountRanking(Database lake, LakeReader reader) => (_lake, _reader) = (lake, reader);

    /// <summary>A page by keyset.</summary>
    /// <param name="text">Part of a handle or name that it has or had, or the beginning of its id; null for all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cursor">The page before's <see cref="RankedPage.Next"/>; null for the first.</param>
    /// <exception cref="Problem">The cursor is none.</exception>
    public RankedPage Page(string? text, int limit, string? cursor = null, CancellationToken cancel = default)
    {
        var (score, key) = After(cursor);
        var wanted = text?.Trim().TrimStart('@').ToLowerInvariant() ?? "";
        using var connection = _lake.Connect();
        using var rows = connection.Query(InOrder, [wanted, score, key, limit + 1], cancel);
        var (found, total) = Read(rows);
        var accounts = _reader.ReadAccounts([.. found.Take(limit).Select(row => row.Key)]);
        return new RankedPage(
            [.. found.Take(limit).Where(row => accounts.ContainsKey(row.Key)).Select(row => new RankedAccount(accounts[row.Key], row.Score, row.Signal))],
            total, found.Count > limit ? Cursor(found[limit - 1]) : null);
    }

    /// <summary>Where one account stands; null when nothing ties it to others.</summary>
    public AccountStanding? Of(ulong account)
    {
        using var connection = _lake.Connect();
        using var rows = connection.Query(
            """
            SELECT score, signal, (SELECT count(*) FROM account_scores o WHERE o.score > s.score) + 1, (SELECT count(*) FROM account_scores)
            FROM account_scores s WHERE account = ?
            """, account);
        return rows.Read(out var chunk) && chunk.Count > 0
            ? new AccountStanding(chunk[0].Values<double>()[0], chunk[1].Text(0), chunk[2].Values<long>()[0], chunk[3].Values<long>()[0])
            : null;
    }

    private static (List<(ulong Key, double Score, string? Signal)> Rows, long Total) Read(Rows rows)
    {
        var (found, total) = (new List<(ulong, double, string?)>(), 0L);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                found.Add((chunk[0].Values<ulong>()[i], chunk[1].Values<double>()[i], chunk[2].Text(i)));
            if (chunk.Count > 0) total = chunk[3].Values<long>()[0];
        }
        return (found, total);
    }

    // The score's bits and the key: what the order is by, exactly.
    private static string Cursor((ulong Key, double Score, string? Signal) last) => $"{BitConverter.DoubleToUInt64Bits(last.Score):x16}{last.Key:x16}";

    private static (double Score, ulong Key) After(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor)) return (double.PositiveInfinity, 0);
        return cursor.Length == 32
            && ulong.TryParse(cursor.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits)
            && ulong.TryParse(cursor.AsSpan(16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var key)
            ? (BitConverter.UInt64BitsToDouble(bits), key)
            : throw new Problem("The page cannot be found", cursor, "Start again from the first page.");
    }
}
