using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Search;

/// <summary>How a hunt is answered: by an expression of the index, by events looked up in the lake, or by both.</summary>
/// <param name="Expression">Null when the index is not asked.</param>
/// <param name="Rows">Numbers of events, ascending, of which only those found count; null when there is no such bound.</param>
internal sealed record SearchPlan(string? Expression, long[]? Rows)
{
    private const int MostAccounts = 200;

    /// <summary>True when every event is found.</summary>
    public bool IsEverything => Expression is null && Rows is null;

    /// <summary>Plans a hunt.</summary>
    /// <exception cref="Problem">A value that only the lake knows stands where the index would have to know it.</exception>
    public static SearchPlan For(HuntQuery query, Connection connection)
    {
        var parts = query.Root switch { null => [], HuntNode.All all => all.Parts, var one => [one] };
        long[]? rows = null;
        var rest = new List<HuntNode>();
        foreach (var part in parts)
        {
            if (part is HuntNode.Value value && !SearchFacets.Holds(value.Kind))
                rows = Shared(rows, RowsWith(connection, value.Kind, Keys.Of(value.Text)));
            else
                rest.Add(Held(part));
        }
        var expression = new SearchExpression(name => AccountKeys.Named(connection, name, MostAccounts));
        return new SearchPlan(rest.Count == 0 ? null : expression.Write(rest.Count == 1 ? rest[0] : new HuntNode.All(rest)), rows);
    }

    private static long[] Shared(long[]? rows, long[] others) => rows is null ? others : [.. rows.Intersect(others).Order()];

    private static HuntNode Held(HuntNode node)
    {
        var inside = node switch
        {
            HuntNode.All all => all.Parts,
            HuntNode.Any any => any.Parts,
            HuntNode.Not not => [not.Part],
            _ => [],
        };
        foreach (var part in inside)
            Held(part);
        return node is not HuntNode.Value value || SearchFacets.Holds(value.Kind) ? node : throw new Problem(
            $"'{HuntField.Of(value.Kind).Name}:' cannot stand in an OR or behind a minus", value.Text, "Let it stand by itself, beside the other terms.");
    }

    /// <summary>Numbers of the events that carry a value, ascending, looked up in the lake.</summary>
    public static long[] RowsWith(Connection connection, ObservableKind kind, ulong value)
    {
        var found = new List<long>();
        using var rows = connection.Query(
            """
            SELECT e.time, e.rowid FROM events e
            JOIN (SELECT DISTINCT event FROM observables WHERE kind = ? AND value_key = ?) o ON o.event = e.key
            """, (int)kind, value);
        while (rows.Read(out var chunk))
        {
            var times = chunk[0].Values<long>();
            var places = chunk[1].Values<long>();
            for (var i = 0; i < chunk.Count; i++)
                found.Add(SearchRow.Of(times[i], places[i]));
        }
        found.Sort();
        return [.. found];
    }
}
