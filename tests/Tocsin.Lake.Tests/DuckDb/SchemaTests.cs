using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Tests.DuckDb;

public sealed class SchemaTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_lake_has_the_newest_version_once()
    {
        for (var i = 0; i < 2; i++)
            DuckDbLake.Open(folder.Path).Dispose();
        Assert.Equal(Schema.Newest, Scalar("SELECT count(*) FROM schema_version"));
        Assert.Equal(Schema.Newest, Scalar("SELECT max(version)::BIGINT FROM schema_version"));
    }

    [Fact]
    public void A_newer_lake_is_refused_and_left_as_it_is()
    {
        DuckDbLake.Open(folder.Path).Dispose();
        Run($"INSERT INTO schema_version VALUES ({Schema.Newest + 1}, TIMESTAMP '2030-01-01')");
        var problem = Assert.Throws<Problem>(() => DuckDbLake.Open(folder.Path));
        Assert.Equal($"The lake has schema version {Schema.Newest + 1}; this tocsin knows versions up to {Schema.Newest}", problem.What);
        Assert.Equal(Schema.Newest + 1, Scalar("SELECT max(version)::BIGINT FROM schema_version"));
    }

    [Fact]
    public void A_migration_that_fails_leaves_nothing_behind()
    {
        Run("CREATE TABLE rejects (i INTEGER)");
        Assert.Contains("rejects", Assert.Throws<LakeException>(() => DuckDbLake.Open(folder.Path)).Message, StringComparison.Ordinal);
        Assert.Equal(1, Scalar("SELECT count(*) FROM duckdb_tables()"));
        Run("DROP TABLE rejects");
        using var lake = DuckDbLake.Open(folder.Path);
        Assert.Equal(1, lake.Write(Some.Many(1)).Added);
    }

    [Fact]
    public void The_names_of_kinds_follow_the_code()
    {
        DuckDbLake.Open(folder.Path).Dispose();
        Run("DELETE FROM observable_kinds WHERE kind > 3");
        DuckDbLake.Open(folder.Path).Dispose();
        Assert.Equal(Enum.GetValues<ObservableKind>().Length, Scalar("SELECT count(*) FROM observable_kinds"));
        Assert.Equal((long)ObservableKind.ReplyTarget, Scalar("SELECT kind::BIGINT FROM observable_kinds WHERE name = 'replytarget'"));
    }

    [Fact]
    public void A_file_that_is_no_database_is_told()
    {
        File.WriteAllText(folder[DuckDbLake.FileName], new string('x', 10_000));
        Assert.Equal("The file is not a lake", Assert.Throws<Problem>(() => DuckDbLake.Open(folder.Path)).What);
    }

    [Fact]
    public void A_workspace_that_cannot_be_made_is_told()
    {
        File.WriteAllText(folder["file"], "");
        Assert.Contains("cannot be made", Assert.Throws<Problem>(() => DuckDbLake.Open(folder["file"])).What, StringComparison.Ordinal);
    }

    private void Run(string sql)
    {
        using var database = Database.Open(folder[DuckDbLake.FileName]);
        using var connection = database.Connect();
        connection.Run(sql);
    }

    private long Scalar(string sql)
    {
        using var database = Database.Open(folder[DuckDbLake.FileName]);
        using var connection = database.Connect();
        return connection.Scalar<long>(sql);
    }
}
