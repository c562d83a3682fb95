using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>Keeps the accounts and the history of their names. The newest sighting that says something wins;
/// an older one only fills what is unknown.</summary>
internal static class AccountTables
{
    private const string MergeAccounts = """
        MERGE INTO accounts a USING incoming_accounts i ON a.key = i.key
        WHEN MATCHED AND i.last_seen >= a.last_seen AND (
                i.handle <> coalesce(a.handle, '') OR i.display_name <> coalesce(a.display_name, '')
                OR i.bio <> coalesce(a.bio, '') OR i.created_at IS DISTINCT FROM coalesce(a.created_at, i.created_at)
                OR (i.created_at IS NOT NULL AND a.created_at IS NULL)
                OR i.followers <> coalesce(a.followers, -1) OR i.following <> coalesce(a.following, -1))
            THEN UPDATE SET
                handle = coalesce(i.handle, a.handle), display_name = coalesce(i.display_name, a.display_name),
                bio = coalesce(i.bio, a.bio), created_at = coalesce(i.created_at, a.created_at),
                followers = coalesce(i.followers, a.followers), following = coalesce(i.following, a.following),
                first_seen = least(i.first_seen, a.first_seen), last_seen = i.last_seen
        WHEN MATCHED AND (
                (a.handle IS NULL AND i.handle IS NOT NULL) OR (a.display_name IS NULL AND i.display_name IS NOT NULL)
                OR (a.bio IS NULL AND i.bio IS NOT NULL) OR (a.created_at IS NULL AND i.created_at IS NOT NULL)
                OR (a.followers IS NULL AND i.followers IS NOT NULL) OR (a.following IS NULL AND i.following IS NOT NULL))
            THEN UPDATE SET
                handle = coalesce(a.handle, i.handle), display_name = coalesce(a.display_name, i.display_name),
                bio = coalesce(a.bio, i.bio), created_at = coalesce(a.created_at, i.created_at),
                followers = coalesce(a.followers, i.followers), following = coalesce(a.following, i.following),
                first_seen = least(i.first_seen, a.first_seen), last_seen = greatest(i.last_seen, a.last_seen)
        WHEN MATCHED AND (i.first_seen < a.first_seen OR i.last_seen > a.last_seen)
            THEN UPDATE SET first_seen = least(i.first_seen, a.first_seen), last_seen = greatest(i.last_seen, a.last_seen)
        WHEN NOT MATCHED THEN INSERT BY NAME
        """;

    private const string MergeNames = """
        MERGE INTO account_names a USING incoming_names i
        ON a.account = i.account AND a.handle IS NOT DISTINCT FROM i.handle AND a.display_name IS NOT DISTINCT FROM i.display_name
        WHEN MATCHED AND (i.first_seen < a.first_seen OR i.last_seen > a.last_seen)
            THEN UPDATE SET first_seen = least(i.first_seen, a.first_seen), last_seen = greatest(i.last_seen, a.last_seen)
        WHEN NOT MATCHED THEN INSERT BY NAME
        """;

    public static void Merge(Connection connection, ReadOnlySpan<KeyedEvent> events)
    {
        var sightings = new AccountSightings();
        foreach (ref readonly var e in events)
            sightings.Add(e);
        FillAccounts(connection, sightings);
        connection.Execute(MergeAccounts);
        if (sightings.Names.Count == 0)
            return;
        FillNames(connection, sightings);
        connection.Execute(MergeNames);
    }

    private static void FillAccounts(Connection connection, AccountSightings sightings)
    {
        connection.Run("CREATE OR REPLACE TEMP TABLE incoming_accounts AS FROM accounts LIMIT 0");
        using var appender = connection.Append("incoming_accounts");
        var row = 0;
        foreach (var (key, sighting) in sightings.Accounts)
        {
            Fill(appender, row++, key, sighting);
            if (row == Appender.Capacity)
                Send(appender, ref row);
        }
        Send(appender, ref row);
        appender.Complete();
    }

    private static void Fill(Appender appender, int row, ulong key, AccountSightings.Sighting sighting)
    {
        var profile = sighting.Profile;
        appender.Values<ulong>(0)[row] = key;
        appender.SetText(1, row, profile.Platform);
        appender.SetText(2, row, profile.Id);
        appender.SetText(3, row, profile.Handle);
        appender.SetText(4, row, profile.DisplayName);
        appender.SetText(5, row, profile.Bio);
        SetNumber(appender, 6, row, profile.CreatedAt is { } created ? Micros.Of(created) : null);
        SetNumber(appender, 7, row, profile.Followers);
        SetNumber(appender, 8, row, profile.Following);
        appender.Values<long>(9)[row] = sighting.First;
        appender.Values<long>(10)[row] = sighting.Last;
    }

    private static void FillNames(Connection connection, AccountSightings sightings)
    {
        connection.Run("CREATE OR REPLACE TEMP TABLE incoming_names AS FROM account_names LIMIT 0");
        using var appender = connection.Append("incoming_names");
        var row = 0;
        foreach (var (name, (first, last)) in sightings.Names)
        {
            appender.Values<ulong>(0)[row] = name.Account;
            appender.SetText(1, row, name.Handle);
            appender.SetText(2, row, name.DisplayName);
            appender.Values<long>(3)[row] = first;
            appender.Values<long>(4)[row] = last;
            if (++row == Appender.Capacity)
                Send(appender, ref row);
        }
        Send(appender, ref row);
        appender.Complete();
    }

    private static void SetNumber(Appender appender, int column, int row, long? value)
    {
        if (value is { } known)
            appender.Values<long>(column)[row] = known;
        else
            appender.SetNull(column, row);
    }

    private static void Send(Appender appender, ref int row)
    {
        appender.Send(row);
        row = 0;
    }
}
