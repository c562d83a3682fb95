using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Import;

namespace Tocsin.Lake.Tests.DuckDb;

public sealed class ImportJournalTests : IDisposable
{
    private static readonly ImportSource Source = new("file.csv", "sha", 100, "generic", "identity");

    private readonly TemporaryFolder folder = new();
    private DuckDbLake lake;

    public ImportJournalTests() => lake = DuckDbLake.Open(folder.Path);

    public void Dispose()
    {
        lake.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_new_import_starts_at_zero() =>
        Assert.Equal(new ImportState(1, 0, 0, 0, 0, 0, Finished: false), lake.Journal.Begin(Source, Some.Time));

    [Fact]
    public void An_import_cut_short_is_taken_up_where_it_stood()
    {
        var import = lake.Journal.Begin(Source, Some.Time).Import;
        lake.Journal.Commit(import, new(Some.Many(10), [new(4, "bad", "raw", 3)], 2, 13));
        lake.Journal.Commit(import, new(Some.Many(10, 5), [], 0, 10));
        lake.Dispose();
        lake = DuckDbLake.Open(folder.Path);
        Assert.Equal(new ImportState(import, 23, 15, 5, 1, 2, Finished: false), lake.Journal.Begin(Source, Some.Time.AddDays(1)));
    }

    [Fact]
    public void A_finished_import_is_known_to_be_finished()
    {
        var import = lake.Journal.Begin(Source, Some.Time).Import;
        lake.Journal.Finish(import, Some.Time);
        Assert.True(lake.Journal.Begin(Source, Some.Time).Finished);
        Assert.False(lake.Journal.Begin(Source with { Identity = "other" }, Some.Time).Finished);
    }

    [Fact]
    public void Sources_without_identity_are_never_the_same()
    {
        var stdin = Source with { Identity = "" };
        Assert.NotEqual(lake.Journal.Begin(stdin, Some.Time).Import, lake.Journal.Begin(stdin, Some.Time).Import);
    }

    [Fact]
    public void Rejects_come_newest_import_first_then_by_line()
    {
        Reject Bad(long line) => new(line, "reason", "raw \0 text", 10);
        var first = lake.Journal.Begin(Source, Some.Time).Import;
        lake.Journal.Commit(first, new([], [Bad(9), Bad(3)], 0, 2));
        var second = lake.Journal.Begin(Source with { Identity = "2", Path = "b" }, Some.Time).Import;
        lake.Journal.Commit(second, new([], [.. Enumerable.Range(1, 3000).Select(i => Bad(i))], 0, 3000));
        Assert.Equal(3002, lake.Journal.ReadRejects(int.MaxValue).Count);
        Assert.Equal(new StoredReject(second, "b", "generic", Some.Time, Bad(1)), lake.Journal.ReadRejects(1)[0]);
        Assert.Equal([3L, 9L], lake.Journal.ReadRejects(int.MaxValue).Skip(3000).Select(r => r.Reject.Line));
    }

    [Fact]
    public void A_batch_that_fails_leaves_nothing_behind()
    {
        var import = lake.Journal.Begin(Source, Some.Time).Import;
        var broken = new IncomingEvent(Some.Event("2"), Some.Author(), [new(ObservableKind.Url, null!)]);
        Assert.ThrowsAny<Exception>(() => lake.Journal.Commit(import, new([Some.Incoming("1"), broken], [new(1, "r", "", 0)], 0, 3)));
        Assert.Equal(0, lake.Summarise().Events);
        Assert.Empty(lake.Journal.ReadRejects(10));
        Assert.Equal(0, lake.Journal.Begin(Source, Some.Time).Records);
        Assert.Equal(1, lake.Journal.Commit(import, new([Some.Incoming("1")], [], 0, 1)).Added);
    }
}
