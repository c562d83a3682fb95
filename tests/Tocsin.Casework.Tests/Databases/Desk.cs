namespace Tocsin.Casework.Tests;

/// <summary>A database of a test's own, with a clock, and everything that works on it.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly string _folder;

    private Desk(string folder, CaseworkOptions options, TestClock clock)
    {
        _folder = folder;
        (Options, Clock) = (options, clock);
        Database = CaseworkDatabase.Open(options);
        (Store, Queue, Triage, Audit) = (new(Database), new(Database), new(Database), new(Database));
    }

    public CaseworkOptions Options { get; }

    public TestClock Clock { get; }

    public CaseworkDatabase Database { get; }

    public SignalStore Store { get; }

    public SignalQueue Queue { get; }

    public Triage Triage { get; }

    public AuditLog Audit { get; }

    public static async Task<Desk> OpenAsync(Provider provider, PostgreSqlServer server)
    {
        var folder = Directory.CreateTempSubdirectory("tocsin-casework-").FullName;
        var clock = new TestClock();
        var options = new CaseworkOptions
        {
            Workspace = folder,
            PostgreSql = provider == Provider.PostgreSql ? await server.NewDatabaseAsync() : null,
            Clock = clock,
        };
        return new(folder, options, clock);
    }

    /// <summary>A person who may sign in, and as whom to write.</summary>
    public async Task<Actor> PersonAsync(string name)
    {
        await using var context = Database.Connect();
        var user = new TocsinUser { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Created = Clock.Now };
        context.Users.Add(user);
        await context.SaveChangesAsync();
        return new(user.Id, name, ActorKind.Person);
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
