using Tocsin.Core;

namespace Tocsin.Casework.Tests.Storage;

public sealed class BelongingTests(PostgreSqlServer server) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tocsin-casework-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_database_on_a_server_serves_the_workspace_that_opened_it_first_and_its_copies()
    {
        var database = await server.NewDatabaseAsync();
        var (own, copy, other) = (Options("own", database), Options("copy", database), Options("other", database));
        for (var i = 0; i < 2; i++) CaseworkDatabase.Open(own).Dispose();
        Directory.CreateDirectory(copy.Workspace);
        File.Copy(Path.Combine(own.Workspace, "workspace.id"), Path.Combine(copy.Workspace, "workspace.id"));
        CaseworkDatabase.Open(copy).Dispose();

        var problem = Assert.Throws<Problem>(() => CaseworkDatabase.Open(other));
        Assert.Equal("the casework database belongs to another workspace", problem.What);
        Assert.Contains(File.ReadAllText(Path.Combine(own.Workspace, "workspace.id")).Trim(), problem.Hint);
    }

    [Fact]
    public async Task Of_two_workspaces_that_come_at_once_one_gets_it()
    {
        var database = await server.NewDatabaseAsync();
        var refused = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
        {
            try
            {
                CaseworkDatabase.Open(Options($"{i}", database)).Dispose();
                return 0;
            }
            catch (Problem)
            {
                return 1;
            }
        })));
        Assert.Equal(3, refused.Sum());
    }

    private CaseworkOptions Options(string name, string database) => new() { Workspace = Path.Combine(_folder, name), PostgreSql = database };
}
