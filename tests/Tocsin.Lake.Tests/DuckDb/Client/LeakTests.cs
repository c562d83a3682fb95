using System.Diagnostics;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Tests.DuckDb.Client;

/// <summary>Runs alone: it counts the native handles of the whole process.</summary>
[CollectionDefinition(nameof(LeakTests), DisableParallelization = true)]
[Collection(nameof(LeakTests))]
public class LeakTests
{
    [Fact]
    public void Every_handle_is_freed_also_after_errors_and_cancellation()
    {
        var before = DuckDbHandle.Live;
        using (var database = Database.InMemory())
        using (var connection = database.Connect())
        {
            Assert.True(DuckDbHandle.Live > before);
            connection.Run("CREATE TABLE t (n BIGINT, s VARCHAR)");
            for (var i = 0; i < 20; i++)
                UseEverything(connection);
        }
        Assert.Equal(before, DuckDbHandle.Live);
    }

    [Fact]
    public void A_lake_frees_everything_it_used()
    {
        var before = DuckDbHandle.Live;
        using (var folder = new TemporaryFolder())
        using (var lake = DuckDbLake.Open(folder.Path))
        {
            lake.Write(Some.Many(3000));
            _ = lake.ReadActions(ObservableKind.Hashtag, TimeRange.All);
            _ = lake.ReadEvents([Some.Event("1").Key]);
            _ = lake.ReadAccounts(null);
            lake.Query("SELECT [1], {'a': 1}, 1.5", TestContext.Current.CancellationToken).Dispose();
            Assert.ThrowsAny<Exception>(() => lake.Query("DELETE FROM events", TestContext.Current.CancellationToken));
            Assert.ThrowsAny<Exception>(() => lake.Query("SELECT nothing", TestContext.Current.CancellationToken));
        }
        Assert.Equal(before, DuckDbHandle.Live);
    }

    [Fact]
    public void Memory_does_not_grow_over_thousands_of_statements()
    {
        using var database = Database.InMemory();
        using var connection = database.Connect();
        connection.Run("CREATE TABLE t (n BIGINT, s VARCHAR)");
        for (var i = 0; i < 100; i++)
            UseEverything(connection);
        var before = ResidentBytes();
        for (var i = 0; i < 1000; i++)
            UseEverything(connection);
        Assert.InRange(ResidentBytes() - before, long.MinValue, 64 << 20);
    }

    private static void UseEverything(Connection connection)
    {
        using (var rows = connection.Query("SELECT i, i::VARCHAR || ' long enough for the heap' FROM range(5000) t(i)"))
            Assert.True(rows.Read(out _));
        using (connection.Begin())
        using (var appender = connection.Append("t"))
        {
            appender.Values<long>(0)[0] = 1;
            appender.SetText(1, 0, new string('x', 100_000));
            appender.Send(1);
            appender.Complete();
        }
        Assert.Throws<LakeException>(() => connection.Query("SELECT nothing"));
        Assert.Throws<LakeException>(() => connection.Query("SELECT ?"));
        Assert.Throws<LakeException>(() => connection.Query("SELECT 'x'::INTEGER"));
        Assert.Throws<LakeException>(() => connection.Append("nowhere"));
        Assert.Throws<OperationCanceledException>(() => connection.Query("SELECT 1", [], new CancellationToken(canceled: true)));
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
