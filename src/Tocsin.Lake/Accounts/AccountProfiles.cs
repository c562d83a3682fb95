using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Accounts;

/// <summary>Ids and newest names of some accounts.</summary>
internal static class AccountProfiles
{
    public static IReadOnlyDictionary<ulong, AccountProfile> Read(Connection connection, IReadOnlyCollection<ulong> keys)
    {
        var profiles = new Dictionary<ulong, AccountProfile>(keys.Count);
        KeyTable.Fill(connection, "wanted_accounts", keys);
        using var rows = connection.Query(
            """
            SELECT key, any_value(platform), any_value(id), arg_max(handle, last_seen), arg_max(display_name, last_seen)
            FROM profiles SEMI JOIN wanted_accounts USING (key) GROUP BY key
            """);
        while (rows.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
            {
                profiles[chunk[0].Values<ulong>()[i]] = new AccountProfile
                {
                    Platform = chunk[1].Text(i)!,
                    Id = chunk[2].Text(i)!,
                    Handle = chunk[3].Text(i),
                    DisplayName = chunk[4].Text(i),
                };
            }
        }
        return profiles;
    }
}
