using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>
/// Counts all facets from one grouping of the rows: signals fall into some hundred combinations of values, and every facet
/// is a sum over those that the other facets let through.
/// </summary>
internal sealed class FacetCounter(CaseworkContext context, QueueFilter filter, QueueQuery query, DateTimeOffset now)
{
    private enum Facet
    {
        State,
        Severity,
        Likelihood,
        Kind,
        Detector,
        Platform,
        Novelty,
        Disposition,
        Assignee,
    }

    private static readonly Facet[] All = Enum.GetValues<Facet>();

    /// <summary>A combination of values.</summary>
    /// <param name="Values">By facet; more than one, or none, where values are lists.</param>
    /// <param name="Refusals">How many facets do not let it through.</param>
    /// <param name="RefusedBy">One of those.</param>
    private readonly record struct Cell(string[][] Values, int Count, int Refusals, Facet RefusedBy)
    {
        public bool CountsFor(Facet facet) => Refusals == 0 || (Refusals == 1 && RefusedBy == facet);
    }

    public async Task<QueueFacets> CountAsync(CancellationToken cancel)
    {
        var cells = await CellsAsync(cancel);
        var people = await NamesAsync(cells, cancel);
        return new QueueFacets(
            cells.Where(cell => cell.Refusals == 0).Sum(cell => cell.Count),
            Of(Facet.State), Of(Facet.Severity), Of(Facet.Likelihood), Of(Facet.Kind), Of(Facet.Detector), Of(Facet.Platform), Of(Facet.Novelty), Of(Facet.Disposition),
            [.. Of(Facet.Assignee).Select(count => count with { Name = people.GetValueOrDefault(count.Value, count.Value) })],
            await LabelsAsync(cancel), await TagsAsync(cancel));

        IReadOnlyList<FacetCount> Of(Facet facet) => Sum(cells, facet);
    }

    private static IReadOnlyList<FacetCount> Sum(List<Cell> cells, Facet facet)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cell in cells)
        {
            if (!cell.CountsFor(facet)) continue;
            foreach (var value in cell.Values[(int)facet]) counts[value] = counts.GetValueOrDefault(value) + cell.Count;
        }
        return Ranked(counts.Select(count => (count.Key, count.Value)));
    }

    /// <summary>Grouped in the order of the index <c>ix_signals_facets</c>, which then serves without sorting and without rows.</summary>
    private async Task<List<Cell>> CellsAsync(CancellationToken cancel)
    {
        var wanted = Wanted();
        var groups = await query.Basic()
            .GroupBy(s => new { s.State, s.SnoozedUntil, s.Kind, s.Detector, s.Severity, s.Likelihood, s.Novelty, s.LastDisposition, s.AssigneeId, s.Platforms })
            .Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return groups.ConvertAll(group =>
        {
            var key = group.Key;
            var state = key.State == SignalStatus.Snoozed && key.SnoozedUntil <= now ? SignalStatus.Open : key.State;
            return CellOf(wanted, group.Count,
            [
                [state.ToString()], [key.Severity.ToString()], [key.Likelihood.ToString()], [key.Kind], [key.Detector], NameList.Split(key.Platforms),
                [key.Novelty.ToString()], key.LastDisposition is { } disposition ? [disposition.ToString()] : [], [key.AssigneeId ?? QueueFilter.Nobody],
            ]);
        });
    }

    private static Cell CellOf(HashSet<string>[] wanted, int count, string[][] values)
    {
        var (refusals, by) = (0, default(Facet));
        foreach (var facet in All)
        {
            var asked = wanted[(int)facet];
            if (asked.Count > 0 && !values[(int)facet].Any(asked.Contains)) (refusals, by) = (refusals + 1, facet);
        }
        return new Cell(values, count, refusals, by);
    }

    /// <summary>What the filter asks for, by facet; empty where it asks for nothing.</summary>
    private HashSet<string>[] Wanted() =>
    [
        Named(filter.States), Named(filter.Severities), Named(filter.Likelihoods), [.. filter.Kinds], [.. filter.Detectors], [.. filter.Platforms],
        Named(filter.Novelties), Named(filter.Dispositions), [.. QueueQuery.People(filter), .. filter.Assignees.Where(a => a == QueueFilter.Nobody)],
    ];

    private static HashSet<string> Named<T>(IReadOnlyList<T> values)
        where T : struct, Enum => [.. values.Select(value => value.ToString())];

    private async Task<Dictionary<string, string>> NamesAsync(List<Cell> cells, CancellationToken cancel)
    {
        string[] ids = [.. cells.SelectMany(cell => cell.Values[(int)Facet.Assignee]).Distinct()];
        return await context.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
    }

    private async Task<IReadOnlyList<FacetCount>> LabelsAsync(CancellationToken cancel)
    {
        var counts = await context.Labels.Where(l => l.SubjectKind == SubjectKind.Signal && (l.Expires == null || l.Expires > now))
            .Join(query.Matching(byLabel: false), l => l.SubjectId, s => s.Id, (l, _) => l.Text)
            .GroupBy(text => text).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return Ranked(counts.Select(count => (count.Key, count.Count)));
    }

    private async Task<IReadOnlyList<FacetCount>> TagsAsync(CancellationToken cancel)
    {
        if (filter.Viewer is not { } viewer) return [];
        var counts = await context.Tags.Where(t => t.OwnerId == viewer && t.SubjectKind == SubjectKind.Signal)
            .Join(query.Matching(byTag: false), t => t.SubjectId, s => s.Id, (t, _) => t.Text)
            .GroupBy(text => text).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return Ranked(counts.Select(count => (count.Key, count.Count)));
    }

    private static IReadOnlyList<FacetCount> Ranked(IEnumerable<(string Text, int Count)> counts) =>
        [.. counts.Select(c => new FacetCount(c.Text, c.Text, c.Count)).OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal)];
}
