using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>
/// The database of casework, open for the life of the process. Thread-safe. Several processes may hold the same one: each
/// writes in transactions that take turns, so that audit ids grow in the order in which writes take effect.
/// </summary>
public sealed class CaseworkDatabase : IDbContextFactory<CaseworkContext>, IAsyncDisposable, IDisposable
{
    public const string FileName = "casework.db";

    private readonly Engine _engine;

    private CaseworkDatabase(Engine engine, TimeProvider clock)
    {
        _engine = engine;
        Clock = clock;
        Writer = new CaseworkWriter(this);
    }

    /// <summary>Raised after a write of this process took effect, with its audit entries; handlers must be quick and not throw.</summary>
    public event EventHandler<WrittenEventArgs>? Written;

    public TimeProvider Clock { get; }

    internal CaseworkWriter Writer { get; }

    /// <summary>Opens the database, makes it where there is none, and brings it to this program's schema.</summary>
    /// <exception cref="Problem">It cannot be reached, a newer program wrote it, or it is something else.</exception>
    public static CaseworkDatabase Open(CaseworkOptions options)
    {
        var engine = Engine.Of(options);
        try
        {
            var database = new CaseworkDatabase(engine, options.Clock);
            using var context = database.Connect();
            Schema.Migrate(context, engine, Schema.Scripts(engine.Migrations), options.Clock.GetUtcNow());
            if (options.PostgreSql is not null) Belonging.Check(database, Path.GetFullPath(options.Workspace), engine.Where);
            return database;
        }
        catch (Exception error)
        {
            engine.Close();
            if (engine.Explain(error) is { } problem) throw problem;
            throw;
        }
    }

    /// <summary>A context for one unit of work; the caller disposes it.</summary>
    public CaseworkContext Connect() => new(_engine.Options);

    public CaseworkContext CreateDbContext() => Connect();

    public void Dispose() => _engine.Close();

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Announce(IReadOnlyList<AuditEntry> entries) => Written?.Invoke(this, new WrittenEventArgs(entries));

    internal Task TakeTurnAsync(CaseworkContext context, CancellationToken cancel) => _engine.TakeTurnAsync(context, cancel);
}

/// <summary>What a write did.</summary>
public sealed class WrittenEventArgs(IReadOnlyList<AuditEntry> entries) : EventArgs
{
    /// <summary>Oldest first.</summary>
    public IReadOnlyList<AuditEntry> Entries { get; } = entries;
}
