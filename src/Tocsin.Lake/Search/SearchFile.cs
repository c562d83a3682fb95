using Microsoft.Data.Sqlite;

namespace Tocsin.Lake.Search;

/// <summary>The index as a file: a full-text table without its texts, and how far it reaches into the lake.</summary>
internal sealed class SearchFile(string path)
{
    public const string Name = "search.db";

    /// <summary>Raised when texts or values come to be indexed otherwise: an older file is made anew.</summary>
    private const int Revision = 1;

    private const int PageBytes = 8192;

    private static readonly string Create = $"""
        CREATE TABLE progress (places INTEGER PRIMARY KEY, key INTEGER NOT NULL);
        CREATE VIRTUAL TABLE posts USING fts5(words, content='', columnsize=0, tokenize="ascii tokenchars '~'");
        INSERT INTO posts(posts, rank) VALUES('pgsz', {PageBytes - 100});
        INSERT INTO posts(posts, rank) VALUES('hashsize', {64 << 20});
        INSERT INTO posts(posts, rank) VALUES('automerge', 8);
        PRAGMA user_version = {Revision};
        """;

    static SearchFile() => SQLitePCL.Batteries_V2.Init();

    public string Path { get; } = path;

    /// <summary>True for errors that say the file is not what it should be.</summary>
    public static bool IsDamage(SqliteException error) => error.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB;

    /// <summary>A connection that may write; makes the file when there is none, and a new one when it is of another revision.</summary>
    public SqliteConnection OpenToWrite()
    {
        var connection = Connect($"PRAGMA page_size = {PageBytes}; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536");
        try
        {
            var revision = Scalar(connection, "PRAGMA user_version");
            if (revision == Revision)
                return connection;
            if (revision == 0 && Scalar(connection, "SELECT count(*) FROM sqlite_schema") == 0)
            {
                using var transaction = connection.BeginTransaction();
                Execute(connection, Create);
                transaction.Commit();
                return connection;
            }
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        connection.Dispose();
        Delete();
        return OpenToWrite();
    }

    /// <summary>A connection that only reads; null when there is no index, or one of another revision.</summary>
    public SqliteConnection? OpenToRead()
    {
        if (!File.Exists(Path))
            return null;
        var connection = Connect("PRAGMA query_only = 1; PRAGMA cache_size = -16384; PRAGMA mmap_size = 8589934592");
        if (Scalar(connection, "PRAGMA user_version") == Revision)
            return connection;
        connection.Dispose();
        return null;
    }

    public void Delete()
    {
        foreach (var suffix in (ReadOnlySpan<string>)["", "-wal", "-shm", "-journal"])
            File.Delete(Path + suffix);
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long value ? value : 0;
    }

    private SqliteConnection Connect(string settings)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            Execute(connection, settings);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
