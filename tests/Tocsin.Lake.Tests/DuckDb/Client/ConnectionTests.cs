using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Tests.DuckDb.Client;

public sealed class ConnectionTests : IDisposable
{
    private readonly Database database = Database.InMemory();
    private readonly Connection connection;

    public ConnectionTests() => connection = database.Connect();

    public void Dispose()
    {
        connection.Dispose();
        database.Dispose();
    }

    [Fact]
    public void Parameters_keep_their_types()
    {
        using var rows = connection.Query(
            "SELECT typeof(?), typeof(?), typeof(?), typeof(?), typeof(?), typeof(?), typeof(?), ? IS NULL",
            1L, 2UL, 3.5, true, "t", Some.Time, new byte[] { 1 }, Parameter.Null);
        Assert.True(rows.Read(out var chunk));
        var types = Enumerable.Range(0, 7).Select(i => chunk[i].Text(0));
        Assert.Equal(["BIGINT", "UBIGINT", "DOUBLE", "BOOLEAN", "VARCHAR", "TIMESTAMP", "BLOB"], types);
        Assert.True(chunk[7].Values<bool>()[0]);
    }

    [Fact]
    public void Parameters_keep_their_values()
    {
        Assert.Equal(long.MinValue, connection.Scalar<long>("SELECT ?", long.MinValue));
        Assert.Equal(ulong.MaxValue, connection.Scalar<ulong>("SELECT ?", ulong.MaxValue));
        Assert.Equal(double.Epsilon, connection.Scalar<double>("SELECT ?", double.Epsilon));
        Assert.Equal(Micros.Of(Some.Time), connection.Scalar<long>("SELECT ?", Some.Time));
        Assert.Equal(3, connection.Scalar<long>("SELECT octet_length(?)", new byte[] { 0, 1, 2 }));
    }

    [Fact]
    public void A_wrong_number_of_parameters_is_told()
    {
        var error = Assert.Throws<LakeException>(() => connection.Execute("SELECT ?, ?", 1));
        Assert.Contains("1 values for 2 parameters", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_can_be_bound_again()
    {
        using var statement = connection.Prepare("SELECT ? + 1");
        foreach (var n in new[] { 1L, 41L })
        {
            statement.Bind(n);
            using var rows = statement.Query(TestContext.Current.CancellationToken);
            Assert.True(rows.Read(out var chunk));
            Assert.Equal(n + 1, chunk[0].Values<long>()[0]);
        }
    }

    [Theory]
    [InlineData("SELEC 1", "Parser Error", "spelling")]
    [InlineData("SELECT nothing", "Binder Error", "columns")]
    [InlineData("SELECT * FROM nowhere", "Catalog Error", "tables")]
    [InlineData("SELECT 'x'::INTEGER", "Conversion Error", "TRY_CAST")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')", "Permission Error", "no files")]
    public void An_error_says_what_where_and_a_hint(string sql, string what, string hint)
    {
        var error = Assert.Throws<LakeException>(() => connection.Execute(sql));
        Assert.Contains(what, error.Message, StringComparison.Ordinal);
        Assert.Contains($"where: {sql}", error.Message, StringComparison.Ordinal);
        Assert.Contains(hint, error.Message[error.Message.IndexOf("hint:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_that_shows_only_while_streaming_is_told()
    {
        var error = Assert.Throws<LakeException>(() =>
        {
            using var rows = connection.Query("SELECT CASE WHEN i < 1000000 THEN i ELSE error('late') END FROM range(2000000) t(i)");
            while (rows.Read(out _))
                continue;
        });
        Assert.Contains("late", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_statements_at_once_are_refused() =>
        Assert.Throws<LakeException>(() => connection.Query("SELECT 1; SELECT 2").Dispose());

    [Fact]
    public void Changed_rows_are_counted()
    {
        connection.Run("CREATE TABLE t (i INTEGER); INSERT INTO t FROM range(10);");
        Assert.Equal(5, connection.Execute("DELETE FROM t WHERE i < ?", 5));
    }

    [Fact]
    public void What_is_not_committed_is_rolled_back()
    {
        connection.Run("CREATE TABLE t (i INTEGER)");
        using (connection.Begin())
            connection.Run("INSERT INTO t VALUES (1)");
        Assert.Equal(0, connection.Scalar<long>("SELECT count(*) FROM t"));
        using (var transaction = connection.Begin())
        {
            connection.Run("INSERT INTO t VALUES (1)");
            transaction.Commit();
        }
        Assert.Equal(1, connection.Scalar<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_failed_statement_leaves_a_transaction_that_can_be_rolled_back()
    {
        connection.Run("CREATE TABLE t (i INTEGER PRIMARY KEY)");
        using (connection.Begin())
        {
            connection.Run("INSERT INTO t VALUES (1)");
            Assert.Throws<LakeException>(() => connection.Run("INSERT INTO t VALUES (1)"));
        }
        Assert.Equal(0, connection.Scalar<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_reading_transaction_refuses_changes()
    {
        connection.Run("CREATE TABLE t (i INTEGER)");
        using (connection.BeginReadOnly())
            Assert.Throws<LakeException>(() => connection.Run("INSERT INTO t VALUES (1)"));
    }

    [Fact]
    public void A_cancelled_token_runs_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);
        Assert.Throws<OperationCanceledException>(() => connection.Query("SELECT 1", [], cancelled).Dispose());
    }

    [Fact]
    public void Cancelling_between_chunks_ends_the_stream()
    {
        using var source = new CancellationTokenSource();
        using var rows = connection.Query("SELECT i FROM range(100000000) t(i)", [], source.Token);
        Assert.True(rows.Read(out _));
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => rows.Read(out _));
    }

    [Fact]
    public async Task Cancelling_interrupts_a_query_at_work()
    {
        using var source = new CancellationTokenSource();
        // No first row before the end: only an interruption can stop it within the life of this test.
        var query = Task.Run(
            () => connection.Query("SELECT count(*) FROM range(1000000000) a, range(1000000000) b WHERE a.range + b.range = -1", [], source.Token),
            TestContext.Current.CancellationToken);
        source.CancelAfter(20);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => query);
        Assert.Equal(1, connection.Scalar<int>("SELECT 1"));
    }
}
