using System.Numerics;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Lake.Tests.DuckDb;

public sealed class SqlResultTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DuckDbLake lake;

    public SqlResultTests() => lake = DuckDbLake.Open(folder.Path);

    public static TheoryData<string, object?> Values => new()
    {
        { "NULL", null },
        { "true", true },
        { "1::TINYINT", 1L },
        { "1::HUGEINT << 100", BigInteger.Pow(2, 100) },
        { "1.25::DECIMAL(4,2)", 1.25m },
        { "-1.25::DECIMAL(38,10)", -1.25m },
        { "0.5::FLOAT", 0.5 },
        { "'t'", "t" },
        { "'\\x01\\x02'::BLOB", new byte[] { 1, 2 } },
        { "TIMESTAMP '2024-01-02 03:04:05.678901'", new DateTimeOffset(2024, 1, 2, 3, 4, 5, 678, 901, TimeSpan.Zero) },
        { "TIMESTAMPTZ '2024-01-02 03:04:05+02'", new DateTimeOffset(2024, 1, 2, 1, 4, 5, TimeSpan.Zero) },
        { "TIMESTAMP_S '2024-01-02 03:04:05'", new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero) },
        { "'-infinity'::TIMESTAMP_MS", DateTimeOffset.MinValue },
        { "DATE '2024-01-02'", new DateOnly(2024, 1, 2) },
        { "TIME '03:04:05'", new TimeSpan(3, 4, 5) },
        { "INTERVAL '2 months 1 day'", "2 months 1 days 00:00:00" },
        { "'5f7a4c1e-0000-0000-0000-0000000000ff'::UUID", Guid.Parse("5f7a4c1e-0000-0000-0000-0000000000ff") },
        { "'b'::ENUM('a', 'b')", "b" },
        { "[1, NULL, 3]::BIGINT[]", new object?[] { 1L, null, 3L } },
        { "[1, 2]::BIGINT[2]", new object?[] { 1L, 2L } },
        { "{'a': 1::BIGINT, 'b': ['x']}", new Dictionary<string, object?> { ["a"] = 1L, ["b"] = new object?[] { "x" } } },
        { "to_json({'a': 1})", "{\"a\":1}" },
    };

    public void Dispose()
    {
        lake.Dispose();
        folder.Dispose();
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_type_has_a_value(string sql, object? expected)
    {
        using var result = lake.Query($"SELECT {sql} AS v", TestContext.Current.CancellationToken);
        Assert.Equal(["v"], result.Columns);
        Assert.Equal(expected, Assert.Single(result.Rows())[0]);
    }

    [Fact]
    public void Nested_values_are_read_in_every_row()
    {
        using var result = lake.Query(
            "SELECT range(i % 3), {'i': i}, (i % 100)::DECIMAL(5,1) FROM range(5000) t(i)", TestContext.Current.CancellationToken);
        var i = 0L;
        foreach (var row in result.Rows())
        {
            Assert.Equal(Enumerable.Range(0, (int)(i % 3)).Select(n => (object?)(long)n), (object?[])row[0]!);
            Assert.Equal(i, ((Dictionary<string, object?>)row[1]!)["i"]);
            Assert.Equal((decimal)(i % 100), row[2]);
            i++;
        }
        Assert.Equal(5000, i);
    }

    [Theory]
    [InlineData("DELETE FROM events")]
    [InlineData("CREATE TABLE t (i INTEGER)")]
    [InlineData("SET threads = 1")]
    [InlineData("ATTACH 'other.db'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("CALL pragma_version()")]
    [InlineData("CHECKPOINT")]
    [InlineData("COMMIT")]
    public void What_does_more_than_read_is_refused(string sql) =>
        Assert.Throws<Problem>(() => lake.Query(sql, TestContext.Current.CancellationToken).Dispose());

    [Theory]
    [InlineData("SELECT * FROM read_text('/etc/hostname')")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM glob('/*')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("COPY events TO 'events.csv'")]
    [InlineData("SELECT 1; DELETE FROM events")]
    public void Files_are_out_of_reach(string sql) =>
        Assert.Throws<LakeException>(() => lake.Query(sql, TestContext.Current.CancellationToken).Dispose());

    [Theory]
    [InlineData("DESCRIBE posts")]
    [InlineData("SHOW TABLES")]
    [InlineData("SUMMARIZE events")]
    [InlineData("EXPLAIN SELECT 1")]
    [InlineData("FROM accounts")]
    [InlineData("WITH t AS (SELECT 1 AS i) SELECT * FROM t")]
    public void Reading_statements_of_all_kinds_run(string sql)
    {
        using var result = lake.Query(sql, TestContext.Current.CancellationToken);
        Assert.NotEmpty(result.Columns);
        Assert.All(result.Rows(), row => Assert.Equal(result.Columns.Count, row.Length));
    }

    [Fact]
    public void The_views_show_names_instead_of_numbers()
    {
        lake.Write([Some.Incoming("1", handle: "h", observables: new Observable(ObservableKind.ReplyTarget, "9"))]);
        Assert.Equal(["x", "1", "post", "a", "h", "hello"], Row("SELECT platform, id, kind, account_id, handle, text FROM posts"));
        Assert.Equal(["replytarget", "9", "x", "a", "h"], Row("SELECT kind, value, platform, account_id, handle FROM shared"));
        Assert.Equal(["h", 1L, Some.Time], Row("SELECT handle, events, first_event FROM activity"));
    }

    [Fact]
    public void Rows_keep_coming_from_one_snapshot_while_events_are_written()
    {
        lake.Write(Some.Many(5000));
        using var result = lake.Query("SELECT id FROM events", TestContext.Current.CancellationToken);
        using var rows = result.Rows().GetEnumerator();
        Assert.True(rows.MoveNext());
        lake.Write(Some.Many(5000, 5000));
        var count = 1;
        while (rows.MoveNext())
            count++;
        Assert.Equal(5000, count);
    }

    private object?[] Row(string sql)
    {
        using var result = lake.Query(sql, TestContext.Current.CancellationToken);
        return Assert.Single(result.Rows());
    }
}
