using FsCheck;
using FsCheck.Fluent;

namespace Tocsin.Casework.Tests.Signals;

public sealed class PagingProperties(PostgreSqlServer server)
{
    private const int Signals = 12;

    /// <summary>What somebody else does between two pages.</summary>
    private enum Change
    {
        Nothing,
        Decide,
        Comment,
        Raise,
        Rescore,
        Vanish,
    }

    private sealed record Run(double[] Scores, int Limit, (Change What, int Which)[] Between);

    /// <summary>
    /// Signals that nobody moves are each seen once, in order, whatever is added, moved or taken away while paging; and
    /// nothing that was never moved is seen twice.
    /// </summary>
    [Theory, OnBoth]
    public async Task Paging_is_complete_and_without_duplicates_while_others_change_things(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(25), Prop.ForAll(Runs().ToArbitrary(), run => HoldsAsync(desk, run).GetAwaiter().GetResult()));
    }

    private static Gen<Run> Runs() =>
        from scores in Gen.Choose(0, 4).Select(score => score * 25.0).ArrayOf(Signals)
        from limit in Gen.Choose(1, 5)
        from between in (from what in Gen.Elements(Enum.GetValues<Change>()) from which in Gen.Choose(0, Signals - 1) select (what, which)).ArrayOf(Signals)
        select new Run(scores, limit, between);

    private static async Task<bool> HoldsAsync(Desk desk, Run run)
    {
        desk.Store.Clear();
        desk.Store.SaveScan([.. run.Scores.Select((score, i) => Some.Network(Id(i), score))]);
        var moved = new HashSet<string>();
        List<string> seen = [];
        string? cursor = null;
        var step = 0;
        do
        {
            var page = await desk.Queue.ListAsync(new(), cursor, run.Limit);
            seen.AddRange(page.Items.Select(s => s.Id));
            cursor = page.Next;
            if (step < run.Between.Length) await DoAsync(desk, run.Between[step], step, moved);
            step++;
        }
        while (cursor is not null);

        string[] unmoved = [.. run.Scores.Select((score, i) => (score, Id: Id(i))).OrderByDescending(s => s.score).ThenBy(s => s.Id, StringComparer.Ordinal).Select(s => s.Id).Where(id => !moved.Contains(id))];
        return seen.Where(id => !moved.Contains(id)).SequenceEqual(unmoved);
    }

    private static async Task DoAsync(Desk desk, (Change What, int Which) change, int step, HashSet<string> moved)
    {
        var id = Id(change.Which);
        var state = (await desk.Queue.StateAsync(id))!;
        switch (change.What)
        {
            case Change.Decide:
                await desk.Triage.DecideAsync(Actor.System, id, state.Version, DispositionKind.TruePositive, "So.");
                break;
            case Change.Comment:
                await desk.Triage.CommentAsync(Actor.System, id, "So.");
                break;
            case Change.Raise:
                moved.Add($"N-new{step}");
                desk.Store.SaveScan([Some.Network($"N-new{step}", change.Which * 8)]);
                break;
            case Change.Rescore:
                moved.Add(id);
                desk.Store.SaveScan([Some.Network(id, change.Which * 8)]);
                break;
            case Change.Vanish:
                moved.Add(id);
                desk.Store.SaveScan([Some.Network(id, state.Score) with { Active = false }]);
                break;
        }
    }

    private static string Id(int i) => $"N-{i:D2}";
}
