using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>What differs between the databases.</summary>
internal abstract class Engine(DbContextOptions<CaseworkContext> options, string where, string migrations)
{
    public DbContextOptions<CaseworkContext> Options { get; } = options;

    /// <summary>Where it is, for people; never with a password.</summary>
    public string Where { get; } = where;

    /// <summary>Folder of its scripts.</summary>
    public string Migrations { get; } = migrations;

    public static Engine Of(CaseworkOptions options) => options.PostgreSql is { } connection
        ? PostgreSqlEngine.Of(connection)
        : SqliteEngine.Of(Path.Combine(Path.GetFullPath(options.Workspace), CaseworkDatabase.FileName));

    /// <summary>Waits until no other transaction writes; called first in each that does. Held until it ends.</summary>
    public abstract Task TakeTurnAsync(CaseworkContext context, CancellationToken cancel);

    /// <summary>What a user can do about a failure to open; null when nothing. EF wraps what the database says.</summary>
    public Problem? Explain(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (ExplainCause(cause) is { } problem) return problem;
        }
        return null;
    }

    public abstract void Close();

    protected abstract Problem? ExplainCause(Exception cause);

    // Both engines pass a list as one parameter, not each value as its own: lists of ids can be long.
    protected static DbContextOptionsBuilder<CaseworkContext> Builder() => new DbContextOptionsBuilder<CaseworkContext>().EnableThreadSafetyChecks(false);
}
