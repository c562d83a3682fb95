using Tocsin.Core;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;
using Tocsin.Lake.Accounts;
using Tocsin.Lake.DuckDb.Client;
using Tocsin.Lake.Figures;
using Tocsin.Lake.Hunting;
using Tocsin.Lake.Import;
using Tocsin.Lake.Posts;
using Tocsin.Lake.Search;
using Tocsin.Lake.Sql;

namespace Tocsin.Lake.DuckDb;

/// <summary>
/// The lake in one DuckDB file of the workspace. Thread-safe: any number of readers, each on a snapshot of its own,
/// beside one writer at a time. One process holds the file.
/// </summary>
public sealed class DuckDbLake : ILake
{
    public const string FileName = "lake.duckdb";

    private readonly LakeFile file;
    private readonly LakeWriter writer;
    private readonly LakeReader reader;

    private DuckDbLake(LakeFile file, Database database)
    {
        this.file = file;
        writer = new LakeWriter(database.Connect());
        reader = new LakeReader(database);
        Journal = new ImportJournal(database, writer);
        Scores = new AccountScoreTable(database, writer);
        Ranking = new AccountRanking(database, reader);
        EarlierSignals = new EarlierSignals(database, writer);
        Search = new PostSearch(database, Path.GetDirectoryName(file.Path)!);
        Hunt = new LakeHunt(database, Search);
        Accounts = new LakeAccounts(database);
        Posts = new LakePosts(database, Search);
        Sql = new BoundedSql(database);
        Figures = new LakeFigures(database);
    }

    /// <summary>What was imported, and how far.</summary>
    public IImportJournal Journal { get; }

    public IAccountScores Scores { get; }

    /// <summary>Accounts by score.</summary>
    public AccountRanking Ranking { get; }

    public EarlierSignals EarlierSignals { get; }

    /// <summary>The full-text index over the lake; it has to be told to catch up.</summary>
    public PostSearch Search { get; }

    /// <summary>Answers hunts.</summary>
    public LakeHunt Hunt { get; }

    /// <summary>What is known of single accounts.</summary>
    public LakeAccounts Accounts { get; }

    /// <summary>What is known of single posts.</summary>
    public LakePosts Posts { get; }

    /// <summary>SQL for consoles, within bounds.</summary>
    public BoundedSql Sql { get; }

    /// <summary>Figures for a front page.</summary>
    public LakeFigures Figures { get; }

    internal Database Database => file.Database;

    /// <summary>Opens the lake of a workspace, or makes both.</summary>
    /// <param name="workspace">The folder; the lake is its file <see cref="FileName"/>.</param>
    /// <param name="options">How DuckDB is set up; spilling always goes to the workspace, and SQL never reaches files.</param>
    /// <param name="clock">Stamps migrations; the system's by default.</param>
    /// <exception cref="Problem">Another process holds the lake, a newer program wrote it, or it is not a lake.</exception>
    public static DuckDbLake Open(string workspace, DatabaseOptions? options = null, TimeProvider? clock = null)
    {
        var path = Path.Combine(Path.GetFullPath(workspace), FileName);
        var taken = LakeFile.Take(path, options ?? new());
        try
        {
            using var connection = taken.Database.Connect();
            Schema.Migrate(connection, path, (clock ?? TimeProvider.System).GetUtcNow());
            return new DuckDbLake(taken, taken.Database);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    public LakeSummary Summarise() => reader.Summarise();

    public IReadOnlyDictionary<ObservableKind, long> CountActions(TimeRange range) => reader.CountActions(range);

    public ActionColumns ReadActions(ObservableKind kind, TimeRange range) => reader.ReadActions(kind, range);

    public TextColumns ReadTexts(TimeRange range) => reader.ReadTexts(range);

    public EventColumns ReadEventTimes(TimeRange range) => reader.ReadEventTimes(range);

    public IReadOnlyDictionary<ulong, Event> ReadEvents(IReadOnlyCollection<ulong> keys) => reader.ReadEvents(keys);

    public IReadOnlyDictionary<ulong, StoredAccount> ReadAccounts(IReadOnlyCollection<ulong>? keys) => reader.ReadAccounts(keys);

    public IReadOnlyDictionary<ulong, string> ReadValues(ObservableKind kind, IReadOnlyCollection<ulong> values) =>
        reader.ReadValues(kind, values);

    public WriteResult Write(IReadOnlyList<IncomingEvent> events) => writer.Transact(c => EventTables.Add(c, events));

    public void ReplaceDerived(ObservableKind kind, IReadOnlyList<DerivedAction> actions) =>
        writer.Transact(c => ObservableTable.Replace(c, kind, actions));

    /// <summary>Runs one reading statement of SQL over the lake: no changes, no files, no settings.</summary>
    /// <exception cref="Problem">The statement does more than read.</exception>
    /// <exception cref="LakeException">The SQL is not valid, or failed.</exception>
    public SqlResult Query(string sql, CancellationToken cancellation = default) => SqlResult.Of(file.Database, sql, cancellation);

    public void Dispose()
    {
        Sql.Dispose();
        Search.Dispose();
        writer.Dispose();
        file.Dispose();
    }
}
