using System.Runtime.InteropServices;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>
/// Keeps what events said about accounts: each distinct profile with the time it was first and last seen. Nothing is
/// looked up or changed when writing; the views <c>accounts</c> and <c>account_names</c> fold it when reading, so the
/// order in which events arrive does not matter.
/// </summary>
internal static class ProfileTable
{
    // A profile written by many batches is many rows; folding loses nothing.
    private const string Fold = """
        CREATE OR REPLACE TEMP TABLE folded_profiles AS
        SELECT * EXCLUDE (first_seen, last_seen), min(first_seen) AS first_seen, max(last_seen) AS last_seen
        FROM profiles GROUP BY ALL;
        DELETE FROM profiles;
        INSERT INTO profiles FROM folded_profiles;
        DROP TABLE folded_profiles;
        """;

    public static void Append(Connection connection, ReadOnlySpan<KeyedEvent> events)
    {
        using var appender = connection.Append("profiles");
        var row = 0;
        foreach (var (sighting, (first, last)) in Collect(events))
        {
            appender.Values<long>(9)[row] = first;
            appender.Values<long>(10)[row] = last;
            Fill(appender, row++, sighting.Account, sighting.Profile);
            if (row < Appender.Capacity)
                continue;
            appender.Send(row);
            row = 0;
        }
        appender.Send(row);
        appender.Complete();
    }

    /// <summary>Makes one row of the rows with equal profiles, when there are many more rows than accounts.</summary>
    public static void Compact(Connection connection)
    {
        if (connection.Scalar<bool>("SELECT count(*) > 2 * approx_count_distinct(key) FROM profiles"))
            connection.Run(Fold);
    }

    private static Dictionary<Sighting, Span> Collect(ReadOnlySpan<KeyedEvent> events)
    {
        var spans = new Dictionary<Sighting, Span>();
        foreach (ref readonly var e in events)
        {
            var sighting = new Sighting(e.Account, Identified(e.Incoming.Author, e.Incoming.Event));
            ref var span = ref CollectionsMarshal.GetValueRefOrAddDefault(spans, sighting, out var known);
            span = known ? new Span(Math.Min(span.First, e.Time), Math.Max(span.Last, e.Time)) : new Span(e.Time, e.Time);
        }
        return spans;
    }

    // The account is who acted, whatever the profile calls it.
    private static AccountProfile Identified(AccountProfile author, Event e) =>
        author.Id == e.AccountId && author.Platform == e.Platform ? author : author with { Platform = e.Platform, Id = e.AccountId };

    private static void Fill(Appender appender, int row, ulong key, AccountProfile profile)
    {
        appender.Values<ulong>(0)[row] = key;
        appender.SetText(1, row, profile.Platform);
        appender.SetText(2, row, profile.Id);
        appender.SetText(3, row, profile.Handle);
        appender.SetText(4, row, profile.DisplayName);
        appender.SetText(5, row, profile.Bio);
        SetNumber(appender, 6, row, profile.CreatedAt is { } created ? Micros.Of(created) : null);
        SetNumber(appender, 7, row, profile.Followers);
        SetNumber(appender, 8, row, profile.Following);
    }

    private static void SetNumber(Appender appender, int column, int row, long? value)
    {
        if (value is { } known)
            appender.Values<long>(column)[row] = known;
        else
            appender.SetNull(column, row);
    }

    private readonly record struct Sighting(ulong Account, AccountProfile Profile)
    {
        // Equal profiles are mostly of one account, and hashing long texts would cost more than comparing the few that differ.
        public override int GetHashCode() => Account.GetHashCode();
    }

    private readonly record struct Span(long First, long Last);
}
