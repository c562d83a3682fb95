using System.Diagnostics;
using System.Text.Json;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Sql;
using Tocsin.Lake.Tests.DuckDb;

namespace Tocsin.Lake.Tests.Sql;

public sealed class BoundedSqlTests : IDisposable
{
    private static readonly SqlBounds Tight = new() { Time = TimeSpan.FromSeconds(2), Rows = 100, Memory = 200 << 20 };

    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbLake _lake;

    public BoundedSqlTests()
    {
        _lake = DuckDbLake.Open(_folder.Path);
        _lake.Write(Some.Many(3_000));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _lake.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t) SELECT count(*) FROM t")]
    [InlineData("SELECT count(*) FROM events a, events b, events c")]
    [InlineData("SELECT a.id, b.id FROM events a, events b, events c ORDER BY a.id || b.id || c.id DESC")]
    [InlineData("SELECT list(a.text) FROM events a, events b, events c GROUP BY a.id")]
    [InlineData("SELECT string_agg(a.text, ',') FROM events a, events b, events c")]
    [InlineData("SELECT DISTINCT a.id, b.id, c.id FROM events a, events b, events c")]
    [InlineData("SELECT sum(i) FROM range(100000000000000) t(i)")]
    [InlineData("EXPLAIN ANALYZE SELECT count(*) FROM events a, events b, events c")]
    public void Work_without_end_is_stopped(string sql)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            Assert.NotNull(_lake.Sql.Run(sql, Tight, Cancel).Cut);
        }
        catch (LakeException error)
        {
            Assert.Contains("Out of Memory", error.Message, StringComparison.Ordinal);
        }
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"it took {clock.Elapsed}");
        Assert.Equal(3_000L, _lake.Sql.Run("SELECT count(*) FROM events", null, Cancel).Rows[0][0]);
    }

    [Theory]
    [InlineData("SELECT repeat(text, 1000000000) FROM events")]
    [InlineData("SELECT repeat(text, rowid) FROM events")]
    [InlineData("SELECT repeat(repeat(text, 100), 100) FROM events")]
    [InlineData("SELECT repeat(s, 100) FROM (SELECT repeat(text, 100) AS s FROM events)")]
    [InlineData("SELECT lpad(text, 1000000000, 'x') FROM events")]
    [InlineData("SELECT range(1000000000) FROM events")]
    [InlineData("SELECT generate_series(1, rowid * 1000000000) FROM events")]
    [InlineData("SELECT format('{:>1000000000}', rowid) FROM events")]
    [InlineData("SELECT printf('%1000000000d', rowid) FROM events")]
    [InlineData("SELECT replace(text, 'l', text) FROM events")]
    [InlineData("SELECT list_transform([1, 2], x -> range(1000000000)) FROM events")]
    [InlineData("SELECT [repeat('x', y) FOR y IN [1000000000]] FROM events")]
    [InlineData("SELECT list_resize([1], 1000000000) FROM events")]
    [InlineData("WITH RECURSIVE t(s) AS (SELECT 'xxxxxxxx' UNION ALL SELECT s || s || s || s || s || s FROM t) SELECT max(length(s)) FROM t")]
    [InlineData("FROM query('SELECT repeat(text, 1000000000) FROM events')")]
    [InlineData("SELECT system.main.repeat(text, 1000000000) FROM events")]
    [InlineData("SELECT main.range(1000000000) FROM events")]
    [InlineData("FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))")]
    [InlineData("FROM repeat_row(1, num_rows = 1000000000)")]
    [InlineData("FROM force_checkpoint()")]
    public void Values_without_bound_are_refused(string sql) => Assert.Throws<Problem>(() => _lake.Sql.Run(sql, Tight, Cancel));

    [Theory]
    [InlineData("COPY events TO 'x.csv'")]
    [InlineData("ATTACH 'other.db'")]
    [InlineData("DETACH lake")]
    [InlineData("PRAGMA database_list")]
    [InlineData("SET memory_limit = '100GB'")]
    [InlineData("RESET memory_limit")]
    [InlineData("DELETE FROM events")]
    [InlineData("CREATE TABLE t (i INTEGER)")]
    [InlineData("CREATE MACRO m() AS 1")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD json")]
    [InlineData("CHECKPOINT")]
    [InlineData("CALL force_checkpoint()")]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("SELECT 1; DROP TABLE events")]
    [InlineData("")]
    [InlineData("SELEC 1")]
    [InlineData("SELECT * FROM read_csv('/etc/passwd')")]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("SELECT * FROM glob('/*')")]
    [InlineData("SELECT getenv('HOME')")]
    public void What_does_more_than_read_the_lake_is_refused(string sql)
    {
        Assert.True(Record.Exception(() => _lake.Sql.Run(sql, Tight, Cancel)) is Problem or LakeException);
        Assert.Equal(3_000, _lake.Summarise().Events);
    }

    [Fact]
    public void Rows_bytes_and_values_have_bounds()
    {
        var rows = _lake.Sql.Run("SELECT id FROM events", Tight, Cancel);
        Assert.Equal(100, rows.Rows.Count);
        Assert.Contains("100", rows.Cut);
        var bytes = _lake.Sql.Run("SELECT repeat(text, 100) FROM events", Tight with { Bytes = 10_000 }, Cancel);
        Assert.InRange(bytes.Rows.Count, 5, 15);
        Assert.NotNull(bytes.Cut);
        var value = _lake.Sql.Run("SELECT repeat('x', 900), list(id) FROM events", Tight with { CellCharacters = 50 }, Cancel);
        Assert.Equal(new string('x', 50) + "…", value.Rows[0][0]);
        Assert.Equal(200, ((object?[])value.Rows[0][1]!).Length);
        Assert.Null(value.Cut);
    }

    [Fact]
    public void A_query_can_be_cancelled()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        stop.CancelAfter(200);
        Assert.ThrowsAny<OperationCanceledException>(() => _lake.Sql.Run("SELECT count(*) FROM events a, events b, events c", null, stop.Token));
        Assert.Single(_lake.Sql.Run("SELECT 1", null, Cancel).Rows);
    }

    [Theory]
    [InlineData("SELECT platform || ':' || account_id || ' ' || coalesce(handle, '') || ' ' || text FROM posts LIMIT 3")]
    [InlineData("SELECT kind, count(*) AS n FROM posts GROUP BY kind ORDER BY n DESC")]
    [InlineData("SELECT time_bucket(INTERVAL '1 hour', time) AS hour, count(*) FROM events GROUP BY ALL ORDER BY hour")]
    [InlineData("SELECT replace(text, 'hello', 'bye'), upper(text), text ILIKE '%HELL%', regexp_extract(text, 'h(.)', 1) FROM events LIMIT 2")]
    [InlineData("WITH RECURSIVE t(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM t WHERE i < 10) SELECT * FROM t")]
    [InlineData("SELECT i FROM range(10) t(i)")]
    [InlineData("SELECT account, row_number() OVER (PARTITION BY account ORDER BY time) FROM events LIMIT 3")]
    [InlineData("DESCRIBE posts")]
    [InlineData("SHOW TABLES")]
    [InlineData("SUMMARIZE events")]
    [InlineData("explain SELECT 1")]
    [InlineData("FROM activity LIMIT 1")]
    public void Questions_that_analysts_ask_are_answered(string sql)
    {
        var answer = _lake.Sql.Run(sql, null, Cancel);
        Assert.NotEmpty(answer.Rows);
        Assert.All(answer.Rows, row => Assert.Equal(answer.Columns.Count, row.Count));
        Assert.NotEmpty(JsonSerializer.Serialize(answer));
    }

    [Fact]
    public void Values_of_every_type_become_json()
    {
        var answer = _lake.Sql.Run(
            """
            SELECT 9007199254740993, 18446744073709551615::UBIGINT, 1::HUGEINT << 100, 'nan'::DOUBLE, TIMESTAMP '2026-01-02 03:04:05.6', DATE '2026-01-02',
                   '\x01\xFF'::BLOB, [1, NULL], {'a': 1.5}, INTERVAL 1 DAY, true, NULL, uuid '5f7a4c1e-0000-0000-0000-0000000000ff'
            """, null, Cancel);
        Assert.Equal(
            """["9007199254740993","18446744073709551615","1267650600228229401496703205376","NaN","2026-01-02T03:04:05.6Z","2026-01-02","01ff",[1,null],{"a":1.5},"0 months 1 days 00:00:00",true,null,"5f7a4c1e-0000-0000-0000-0000000000ff"]""",
            JsonSerializer.Serialize(answer.Rows[0]));
    }

    [Fact]
    public void The_schema_names_what_can_be_asked_for()
    {
        var schema = _lake.Sql.Schema();
        Assert.Equal("posts", schema[0].Name);
        Assert.True(schema[0].IsView);
        Assert.Contains(schema, table => table is { Name: "events", IsView: false } && table.Columns.Any(column => column is { Name: "time", Type: "TIMESTAMP" }));
        Assert.All(schema, table => Assert.NotEmpty(table.What));
        Assert.All(schema, table => Assert.Equal(table.Columns.Count, _lake.Sql.Run($"SELECT * FROM {table.Name} LIMIT 1", null, Cancel).Columns.Count));
    }
}
