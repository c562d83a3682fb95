using Microsoft.EntityFrameworkCore;
using Tocsin.Core.Assessment;

namespace Tocsin.Casework;

/// <summary>
/// Counts all facets from one grouping of the rows: signals fall into some hundred combinations of values, and every facet
/// is a sum over those that the other facets let through.
/// </summary>
internal sealed class FacetCounter(CaseworkContext context, QueueFilter filter, DateTimeOffset now)
{
    private sealed record Cell(
        SignalStatus State, Severity Severity, Likelihood Likelihood, string Kind, string Detector, string Platforms, Novelty Novelty,
        DispositionKind? Disposition, string? Assignee, int Count);

    /// <summary>One facet.</summary>
    /// <param name="Of">The values of a cell; more than one only where values are lists.</param>
    /// <param name="Wanted">Empty when the filter asks for nothing.</param>
    private sealed record Dimension(Func<Cell, IReadOnlyList<string>> Of, IReadOnlyCollection<string> Wanted)
    {
        public bool Admits(Cell cell) => Wanted.Count == 0 || Of(cell).Any(Wanted.Contains);
    }

    public async Task<QueueFacets> CountAsync(CancellationToken cancel)
    {
        var cells = await CellsAsync(cancel);
        Dimension states = new(c => [$"{c.State}"], Named(filter.States)), severities = new(c => [$"{c.Severity}"], Named(filter.Severities)),
            likelihoods = new(c => [$"{c.Likelihood}"], Named(filter.Likelihoods)), kinds = new(c => [c.Kind], filter.Kinds),
            detectors = new(c => [c.Detector], filter.Detectors), platforms = new(c => NameList.Split(c.Platforms), filter.Platforms),
            novelties = new(c => [$"{c.Novelty}"], Named(filter.Novelties)),
            dispositions = new(c => c.Disposition is { } d ? [$"{d}"] : [], Named(filter.Dispositions)),
            assignees = new(c => [c.Assignee ?? QueueFilter.Nobody], People());
        Dimension[] all = [states, severities, likelihoods, kinds, detectors, platforms, novelties, dispositions, assignees];
        var names = await NamesAsync(cells, cancel);
        return new QueueFacets(
            cells.Where(cell => all.All(d => d.Admits(cell))).Sum(cell => cell.Count),
            Of(states), Of(severities), Of(likelihoods), Of(kinds), Of(detectors), Of(platforms), Of(novelties), Of(dispositions),
            [.. Of(assignees).Select(a => a with { Name = names.GetValueOrDefault(a.Value, a.Value) })],
            await LabelsAsync(cancel), await TagsAsync(cancel));

        IReadOnlyList<FacetCount> Of(Dimension facet) => Sum(cells.Where(cell => all.All(d => d == facet || d.Admits(cell))), facet.Of);
    }

    private static IReadOnlyList<FacetCount> Sum(IEnumerable<Cell> cells, Func<Cell, IReadOnlyList<string>> values) =>
        [.. cells.SelectMany(cell => values(cell).Select(value => (value, cell.Count))).GroupBy(c => c.value)
            .Select(group => new FacetCount(group.Key, group.Key, group.Sum(c => c.Count)))
            .OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal)];

    private static string[] Named<T>(IReadOnlyList<T> values)
        where T : struct, Enum => [.. values.Select(value => $"{value}")];

    private string[] People() => [.. QueueQuery.People(filter), .. filter.Assignees.Where(a => a == QueueFilter.Nobody)];

    private Task<List<Cell>> CellsAsync(CancellationToken cancel) => QueueQuery.Basic(context, filter, now)
        .GroupBy(s => new
        {
            State = s.State == SignalStatus.Snoozed && s.SnoozedUntil <= now ? SignalStatus.Open : s.State,
            s.Severity,
            s.Likelihood,
            s.Kind,
            s.Detector,
            s.Platforms,
            s.Novelty,
            s.LastDisposition,
            s.AssigneeId,
        })
        .Select(g => new Cell(
            g.Key.State, g.Key.Severity, g.Key.Likelihood, g.Key.Kind, g.Key.Detector, g.Key.Platforms, g.Key.Novelty, g.Key.LastDisposition, g.Key.AssigneeId, g.Count()))
        .ToListAsync(cancel);

    private async Task<Dictionary<string, string>> NamesAsync(List<Cell> cells, CancellationToken cancel)
    {
        string[] ids = [.. cells.Select(cell => cell.Assignee).OfType<string>().Distinct()];
        return await context.Users.Where(user => ids.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
    }

    private async Task<IReadOnlyList<FacetCount>> LabelsAsync(CancellationToken cancel)
    {
        var rows = QueueQuery.Matching(context, filter with { Labels = [] }, now);
        var counts = await context.Labels.Where(l => l.SubjectKind == SubjectKind.Signal && (l.Expires == null || l.Expires > now))
            .Join(rows, l => l.SubjectId, s => s.Id, (l, s) => l.Text).GroupBy(text => text).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return Ranked(counts.Select(c => (c.Key, c.Count)));
    }

    private async Task<IReadOnlyList<FacetCount>> TagsAsync(CancellationToken cancel)
    {
        if (filter.Viewer is not { } viewer) return [];
        var rows = QueueQuery.Matching(context, filter with { Tags = [] }, now);
        var counts = await context.Tags.Where(t => t.OwnerId == viewer && t.SubjectKind == SubjectKind.Signal)
            .Join(rows, t => t.SubjectId, s => s.Id, (t, s) => t.Text).GroupBy(text => text).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return Ranked(counts.Select(c => (c.Key, c.Count)));
    }

    private static IReadOnlyList<FacetCount> Ranked(IEnumerable<(string Text, int Count)> counts) =>
        [.. counts.Select(c => new FacetCount(c.Text, c.Text, c.Count)).OrderByDescending(facet => facet.Count).ThenBy(facet => facet.Value, StringComparer.Ordinal)];
}
