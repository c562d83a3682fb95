using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;
using Tocsin.Lake.Search;

namespace Tocsin.Lake.Hunting;

/// <summary>Counts the values of a field among what a hunt finds, now and in the period before.</summary>
internal sealed class HuntTopReader(Database lake, SearchMatches matches, TimeRange? range, CancellationToken cancel)
{
    // What joining and grouping may cost: a third of a second for as many.
    private const int MostEvents = 200_000;

    private readonly TimeRange _now = range ?? TimeRange.All;
    private readonly TimeRange? _before = Before(range);

    public HuntTop Read(HuntField field, int count)
    {
        using var connection = lake.Connect();
        var (source, events, eventsBefore, share) = matches.IsEverything ? Everything(connection) : Found(connection);
        var rows = new List<HuntTopRow>();
        using var found = connection.Query(HuntTopSql.For(field, source, matches.IsEverything), Parameters(field, count), cancel);
        while (found.Read(out var chunk))
        {
            for (var i = 0; i < chunk.Count; i++)
                rows.Add(RowAt(field, chunk, i, 1 / share));
        }
        return new HuntTop(field, rows, events, eventsBefore, share);
    }

    private static TimeRange? Before(TimeRange? range)
    {
        if (range is not { } now || now.From == DateTimeOffset.MinValue || now.Until == DateTimeOffset.MaxValue || now.Until <= now.From)
            return null;
        var length = now.Until - now.From;
        return now.From - DateTimeOffset.MinValue > length ? new TimeRange(now.From - length, now.From) : null;
    }

    private Parameter[] Parameters(HuntField field, int count)
    {
        var parameters = new List<Parameter>();
        if (matches.IsEverything)
            parameters.AddRange([RangeEnds.From(_now), RangeEnds.From(_before ?? _now), RangeEnds.Until(_now)]);
        if (field.Kind is { } kind)
            parameters.Add((int)kind);
        parameters.Add(count);
        return [.. parameters];
    }

    private (string Source, long Events, long? Before, double Share) Everything(Connection connection)
    {
        long Count(TimeRange within) => connection.Scalar<long>(
            "SELECT count(*) FROM events WHERE time >= ? AND time < ?", RangeEnds.From(within), RangeEnds.Until(within));
        return (HuntTopSql.All, Count(_now), _before is { } before ? Count(before) : null, 1);
    }

    private (string Source, long Events, long? Before, double Share) Found(Connection connection)
    {
        var (now, before) = (new RowSample(MostEvents), new RowSample(MostEvents));
        Collect(_now, now);
        if (_before is { } earlier)
            Collect(earlier, before);
        before.Match(now);
        now.Match(before);
        connection.Run("CREATE OR REPLACE TEMP TABLE matched (place BIGINT NOT NULL, before BOOLEAN NOT NULL)");
        Append(connection, now, false);
        Append(connection, before, true);
        return (HuntTopSql.Matched, now.Seen, _before is null ? null : before.Seen, now.Share);
    }

    private void Collect(TimeRange within, RowSample sample)
    {
        var (first, last) = SearchRow.Of(within);
        matches.Scan(first, last, sample.Add);
    }

    private static void Append(Connection connection, RowSample sample, bool before)
    {
        using var appender = connection.Append("matched");
        var row = 0;
        foreach (var kept in sample.Kept)
        {
            appender.Values<long>(0)[row] = SearchRow.Place(kept);
            appender.Values<bool>(1)[row] = before;
            if (++row < Appender.Capacity)
                continue;
            appender.Send(row);
            row = 0;
        }
        appender.Send(row);
        appender.Complete();
    }

    private HuntTopRow RowAt(HuntField field, Chunk chunk, int row, double scale)
    {
        var (value, shown) = (chunk[0].Text(row)!, chunk[1].Text(row) ?? chunk[0].Text(row)!);
        long Scaled(long count) => (long)Math.Round(count * scale);
        return new HuntTopRow(
            value, shown, Scaled(chunk[2].Values<long>()[row]), _before is null ? null : Scaled(chunk[3].Values<long>()[row]),
            chunk[4].Values<long>()[row], HuntTopSql.Asking(field, value));
    }
}
