using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework.Tests.Storage;

public sealed class SchemaTests(PostgreSqlServer server)
{
    private const string Broken = "CREATE TABLE half (i integer); INSERT INTO half VALUES (1); CREATE TABLE signals (i integer);";

    [Theory, OnBoth]
    public async Task The_scripts_make_what_the_model_says(Provider provider)
    {
        await using var migrated = await BareDatabase.OpenAsync(provider, server);
        await using var created = await BareDatabase.OpenAsync(provider, server);
        migrated.Migrate(migrated.Scripts);
        await using (var context = created.Connect()) await context.Database.EnsureCreatedAsync();
        var expected = await created.DescribeAsync();
        Assert.InRange(expected.Count, 200, int.MaxValue);
        Assert.Equal(expected, (await migrated.DescribeAsync()).Where(line => !line.Contains("schema_version")));
    }

    [Theory, OnBoth]
    public async Task Opening_again_changes_nothing(Provider provider)
    {
        await using var bare = await BareDatabase.OpenAsync(provider, server);
        bare.Migrate(bare.Scripts);
        var before = await bare.DescribeAsync();
        bare.Migrate(bare.Scripts);
        Assert.Equal(before, await bare.DescribeAsync());
        Assert.Equal(bare.Scripts.Count, await bare.ScalarAsync("SELECT count(*) FROM schema_version"));
    }

    [Theory, OnBoth]
    public async Task Only_what_is_missing_is_applied(Provider provider)
    {
        await using var bare = await BareDatabase.OpenAsync(provider, server);
        bare.Migrate(bare.Scripts);
        bare.Migrate([.. bare.Scripts, "CREATE TABLE one (i integer)", "CREATE TABLE two (i integer)"]);
        Assert.Equal(0, await bare.ScalarAsync("SELECT count(*) FROM one"));
        Assert.Equal(bare.Scripts.Count + 2, await bare.ScalarAsync("SELECT max(version) FROM schema_version"));
    }

    [Theory, OnBoth]
    public async Task A_newer_database_is_refused_in_three_parts_and_left_as_it_is(Provider provider)
    {
        await using var bare = await BareDatabase.OpenAsync(provider, server);
        bare.Migrate([.. bare.Scripts, "CREATE TABLE from_the_future (i integer)"]);
        var problem = Assert.Throws<Problem>(() => CaseworkDatabase.Open(bare.Options));
        Assert.Equal($"The casework database has schema version {bare.Scripts.Count + 1}; this tocsin knows versions up to {bare.Scripts.Count}", problem.What);
        Assert.Contains(provider == Provider.Sqlite ? CaseworkDatabase.FileName : "127.0.0.1", problem.Where);
        Assert.Contains("newer tocsin", problem.Hint);
        Assert.Equal(0, await bare.ScalarAsync("SELECT count(*) FROM from_the_future"));
    }

    [Theory, OnBoth]
    public async Task A_migration_that_fails_half_way_leaves_everything_as_it_was(Provider provider)
    {
        await using var bare = await BareDatabase.OpenAsync(provider, server);
        bare.Migrate(bare.Scripts);
        var before = await bare.DescribeAsync();
        Assert.ThrowsAny<Exception>(() => bare.Migrate([.. bare.Scripts, "CREATE TABLE good (i integer)", Broken]));
        Assert.Equal(before, await bare.DescribeAsync());
        Assert.Equal(bare.Scripts.Count, await bare.ScalarAsync("SELECT max(version) FROM schema_version"));
        using var opened = CaseworkDatabase.Open(bare.Options);
    }

    [Theory, OnBoth]
    public async Task Of_many_that_start_together_each_finds_it_done_once(Provider provider)
    {
        await using var bare = await BareDatabase.OpenAsync(provider, server);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => CaseworkDatabase.Open(bare.Options).Dispose())));
        Assert.Equal(bare.Scripts.Count, await bare.ScalarAsync("SELECT count(*) FROM schema_version"));
        Assert.Equal(4, await bare.ScalarAsync("SELECT count(*) FROM roles"));
    }

    [Fact]
    public void A_file_that_is_something_else_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-casework-").FullName;
        File.WriteAllText(Path.Combine(folder, CaseworkDatabase.FileName), new string('x', 10_000));
        Assert.Equal("the file is not a casework database", Assert.Throws<Problem>(() => CaseworkDatabase.Open(new() { Workspace = folder })).What);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Database=tocsin;Password=hunter2", "PostgreSQL cannot be reached")]
    [InlineData("Host=127.0.0.1;Nonsense=1;Password=hunter2", "the connection string cannot be read")]
    [InlineData("postgres://user:hunter2@db/tocsin", "the connection string cannot be read")]
    public void A_server_that_cannot_be_used_is_told_without_its_password(string connection, string what)
    {
        var problem = Assert.Throws<Problem>(() => CaseworkDatabase.Open(new() { Workspace = "/nowhere", PostgreSql = connection }));
        Assert.StartsWith(what, problem.What);
        Assert.DoesNotContain("hunter2", problem.Message);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_told()
    {
        var connection = (await server.NewDatabaseAsync()).Replace("casework_", "nothing_");
        Assert.Equal("the database does not exist", Assert.Throws<Problem>(() => CaseworkDatabase.Open(new() { Workspace = "/nowhere", PostgreSql = connection })).What);
    }

    [Fact]
    public async Task SQLite_writes_ahead_and_keeps_foreign_keys()
    {
        await using var desk = await Desk.OpenAsync(Provider.Sqlite, server);
        await using var context = desk.Database.Connect();
        Assert.Equal("wal", await context.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync());
        context.Comments.Add(new Comment { SignalId = "N-0", Text = "…", ById = "a", ByName = "a" });
        Assert.IsType<SqliteException>((await Assert.ThrowsAsync<DbUpdateException>(() => context.SaveChangesAsync())).InnerException);
    }
}
