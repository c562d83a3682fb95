using Microsoft.EntityFrameworkCore;
using Tocsin.Core;
using Tocsin.Core.Assessment;
using Tocsin.Core.Detection;

namespace Tocsin.Casework.Tests.Signals;

public sealed class QueueTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task Each_filter_narrows_by_what_it_says(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var ana = await desk.PersonAsync("ana");
        desk.Store.SaveScan(
        [
            Some.Network("N-1", 96), Some.Network("N-2", 80) with { Kind = "spike", Detector = "spikes" }, Some.Network("N-3", 30),
            Some.Network("N-4", 10) with { Active = false },
            Some.Network("N-5", 50) with { Members = [new(1, "bluesky", "a", "zoë", Role.Member, 1, 1), new(2, "x", "b", "ben", Role.Member, 1, 1)] },
        ]);
        await desk.Triage.AssignAsync(Actor.System, "N-3", 1, ana.Id);
        await desk.Triage.DecideAsync(Actor.System, "N-1", 1, DispositionKind.BenignTruePositive, "Fine.");

        async Task Lists(string expected, QueueFilter filter)
        {
            Assert.Equal(expected, string.Join(' ', (await desk.Queue.ListAsync(filter)).Items.Select(s => s.Id)));
            Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, await desk.Queue.CountAsync(filter));
        }

        await Lists("N-1 N-2 N-5 N-3", new());
        await Lists("N-1 N-2 N-5 N-3 N-4", new() { Active = null });
        await Lists("N-4", new() { Active = false });
        await Lists("N-2", new() { Kinds = ["spike"] });
        await Lists("N-1 N-5 N-3", new() { Detectors = ["coordination"] });
        await Lists("N-1", new() { States = [SignalStatus.Decided] });
        await Lists("N-2 N-5 N-3", new() { States = [SignalStatus.Open, SignalStatus.Snoozed] });
        await Lists("N-1 N-3", new() { Severities = [Severity.Critical, Severity.Low] });
        await Lists("N-5", new() { Likelihoods = [Likelihood.RoughlyEvenChance] });
        await Lists("N-3", new() { Assignees = [QueueFilter.Me], Viewer = ana.Id });
        await Lists("N-3", new() { Assignees = [ana.Id] });
        await Lists("N-1 N-2 N-5", new() { Assignees = [QueueFilter.Nobody] });
        await Lists("N-1 N-2 N-5 N-3", new() { Assignees = [QueueFilter.Nobody, QueueFilter.Me], Viewer = ana.Id });
        await Lists("N-5", new() { Platforms = ["bluesky", "reddit"] });
        await Lists("N-1", new() { Dispositions = [DispositionKind.BenignTruePositive] });
        await Lists("", new() { Novelties = [Novelty.Recurring] });
        await Lists("N-5", new() { Text = "ZOË" });
        await Lists("N-2", new() { Text = "n-2.example https" });
        await Lists("", new() { Text = "zoë spike" });
    }

    [Theory, OnBoth]
    public async Task Every_order_breaks_ties_by_id_and_pages_through_all(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        // Ids that collations of natural languages would sort otherwise.
        string[] ids = ["N-1", "N-10", "N-1A", "N-A", "N-B", "N-a", "n-1", "N1", "É-1"];
        desk.Store.SaveScan([.. ids.Select((id, i) => Some.Network(id, 10 * (i % 3), 3 + (i % 2)) with { Updated = Some.Time.AddTicks(10 * (i % 4)), Raised = Some.Time.AddDays(-(i % 5)) })]);
        var all = desk.Store.LoadSignals();
        foreach (var (sort, key) in new (QueueSort, Func<Signal, IComparable>)[]
        {
            (QueueSort.Score, s => s.Score), (QueueSort.Accounts, s => s.Members.Count), (QueueSort.Updated, s => s.Updated.Ticks), (QueueSort.Raised, s => s.Raised.Ticks),
        })
        {
            var expected = all.OrderByDescending(key).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s => s.Id);
            Assert.Equal(expected, await PageThroughAsync(desk, new() { Sort = sort }, 2));
        }
    }

    [Theory, OnBoth]
    public async Task A_cursor_that_is_none_or_of_another_order_is_told(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1"), Some.Network("N-2")]);
        var next = (await desk.Queue.ListAsync(new(), limit: 1)).Next!;
        await Assert.ThrowsAsync<Problem>(() => desk.Queue.ListAsync(new() { Sort = QueueSort.Raised }, next));
        foreach (var cursor in new[] { "", "x", "%%%", "bnVsbA", "e30", next[..^3] })
            await Assert.ThrowsAsync<Problem>(() => desk.Queue.ListAsync(new(), cursor));
    }

    [Theory, OnBoth]
    public async Task A_facet_counts_what_choosing_its_value_would_list(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var ana = await desk.PersonAsync("ana");
        desk.Store.SaveScan([.. Enumerable.Range(0, 40).Select(i => Some.Network($"N-{i:D2}", i * 2.5) with
        {
            Kind = i % 3 == 0 ? "spike" : "network",
            Members = [new(1, i % 2 == 0 ? "x" : "bluesky", "a", null, Role.Member, 1, 1), new(2, i % 5 == 0 ? "reddit" : "x", "b", null, Role.Member, 1, 1)],
        })]);
        for (var i = 0; i < 40; i += 4) await desk.Triage.DecideAsync(ana, $"N-{i:D2}", 1, (DispositionKind)(i % 3), "So.");
        for (var i = 1; i < 40; i += 4) await desk.Triage.AssignAsync(ana, $"N-{i:D2}", 1, ana.Id);
        for (var i = 2; i < 40; i += 4) await desk.Triage.SnoozeAsync(ana, $"N-{i:D2}", 1, desk.Clock.Now.AddHours(i));
        for (var i = 0; i < 40; i += 7) await desk.Triage.AddLabelAsync(ana, Subject.Signal($"N-{i:D2}"), $"label {i % 2}", "So.");
        desk.Clock.Advance(TimeSpan.FromHours(20));

        var filter = new QueueFilter { Viewer = ana.Id, States = [SignalStatus.Open], Kinds = ["network"], Platforms = ["x"] };
        var facets = await desk.Queue.FacetsAsync(filter);
        Assert.Equal(await desk.Queue.CountAsync(filter), facets.Total);
        await HoldsAsync(facets.States, value => filter with { States = [Enum.Parse<SignalStatus>(value)] });
        await HoldsAsync(facets.Severities, value => filter with { Severities = [Enum.Parse<Severity>(value)] });
        await HoldsAsync(facets.Likelihoods, value => filter with { Likelihoods = [Enum.Parse<Likelihood>(value)] });
        await HoldsAsync(facets.Kinds, value => filter with { Kinds = [value] });
        await HoldsAsync(facets.Platforms, value => filter with { Platforms = [value] });
        await HoldsAsync(facets.Dispositions, value => filter with { Dispositions = [Enum.Parse<DispositionKind>(value)] }, atLeast: 0);
        await HoldsAsync(facets.Assignees, value => filter with { Assignees = [value] });
        await HoldsAsync(facets.Labels, value => filter with { Labels = [value] });
        Assert.Contains(facets.Assignees, count => (count.Value, count.Name) == (ana.Id, "ana"));

        async Task HoldsAsync(IReadOnlyList<FacetCount> counts, Func<string, QueueFilter> choose, int atLeast = 1)
        {
            Assert.InRange(counts.Count, atLeast, 40);
            foreach (var count in counts) Assert.Equal(count.Count, await desk.Queue.CountAsync(choose(count.Value)));
        }
    }

    [Theory, OnBoth]
    public async Task Listing_counting_and_facets_never_read_documents(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([.. Enumerable.Range(0, 30).Select(i => Some.Network($"N-{i}"))]);
        await using (var context = desk.Database.Connect())
        {
            await context.SignalDocuments.ExecuteDeleteAsync();
            await context.SignalVersions.ExecuteDeleteAsync();
        }
        Assert.Equal(30, (await desk.Queue.ListAsync(new() { Text = "accounts" })).Items.Count);
        Assert.Equal(30, (await desk.Queue.FacetsAsync(new())).Total);
        Assert.Equal(30, await desk.Queue.CountAsync(new()));
    }

    private static async Task<List<string>> PageThroughAsync(Desk desk, QueueFilter filter, int limit)
    {
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await desk.Queue.ListAsync(filter, cursor, limit);
            seen.AddRange(page.Items.Select(s => s.Id));
            cursor = page.Next;
        }
        while (cursor is not null);
        return seen;
    }
}
