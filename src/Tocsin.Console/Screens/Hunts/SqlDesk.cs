using Tocsin.Casework;
using Tocsin.Console.Security.Persons;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Sql;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>
/// Runs a person's SQL within bounds, and notes in the audit who asked what: SQL reads everything there is. What stands there is
/// also the person's history of queries.
/// </summary>
internal sealed class SqlDesk(DuckDbLake lake, AuditLog audit, CurrentPerson person)
{
    private const string Ran = "sql.ran";
    private const int Looked = 60;

    public static SqlBounds Bounds { get; } = new() { Time = TimeSpan.FromSeconds(SqlLimits.Seconds), Rows = SqlLimits.Rows, Memory = SqlLimits.Bytes };

    private static SqlBounds ExportBounds { get; } = Bounds with { Rows = SqlLimits.ExportRows, Bytes = 256L << 20 };

    /// <summary>The answer, within the bounds of the page.</summary>
    /// <exception cref="Problem">The query does more than read, is not valid, or could not be held within bounds.</exception>
    public Task<SqlAnswer> RunAsync(string sql, CancellationToken cancel) => RunAsync(sql, Bounds, cancel);

    /// <summary>The answer, with as many rows as a file may hold.</summary>
    /// <exception cref="Problem">As for the page.</exception>
    public Task<SqlAnswer> ExportAsync(string sql, CancellationToken cancel) => RunAsync(sql, ExportBounds, cancel);

    /// <summary>The person's last queries, each once, the newest first.</summary>
    public async Task<IReadOnlyList<string>> EarlierAsync(int most, CancellationToken cancel)
    {
        var entries = await audit.ListAsync(new AuditFilter { ActorId = person.Id, Verb = Ran }, null, Looked, cancel);
        return [.. entries.Select(SqlTold.In).OfType<string>().Distinct(StringComparer.Ordinal).Take(most)];
    }

    private async Task<SqlAnswer> RunAsync(string sql, SqlBounds bounds, CancellationToken cancel)
    {
        await audit.RecordAsync(person.Actor, Ran, "lake", null, new { Sql = sql.Length <= SqlTold.Longest ? sql : sql[..SqlTold.Longest] }, cancel);
        try
        {
            // A thread of its own for as long as it takes: the pool serves everybody.
            return await Task.Factory.StartNew(() => lake.Sql.Run(sql, bounds, cancel), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (LakeException trouble)
        {
            throw SqlPlace.Told(trouble, sql);
        }
    }
}
