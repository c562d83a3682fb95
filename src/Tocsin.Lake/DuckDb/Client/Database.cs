using Tocsin.Core.Events;

namespace Tocsin.Lake.DuckDb.Client;

/// <summary>
/// A DuckDB database: one file, or memory. Thread-safe; each thread takes a <see cref="Connection"/> of its own.
/// Only one process at a time can hold a file.
/// </summary>
public sealed unsafe class Database : IDisposable
{
    private readonly DatabaseHandle handle;

    private Database(DatabaseHandle handle) => this.handle = handle;

    /// <summary>Version of the native library, such as <c>v1.5.5</c>.</summary>
    public static string LibraryVersion => Utf8.Text(Native.LibraryVersion()) ?? "";

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="LakeException">The file cannot be opened, is held by another process, or is not a database.</exception>
    public static Database Open(string path, DatabaseOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return OpenCore(path, options ?? new());
    }

    /// <summary>A database that lives in memory and dies with this object.</summary>
    public static Database InMemory(DatabaseOptions? options = null) => OpenCore(null, options ?? new());

    /// <summary>A new connection, for one thread at a time; cheap to make.</summary>
    /// <exception cref="LakeException">The database is closed or out of memory.</exception>
    public Connection Connect() => Native.Connect(handle, out var connection) == 0
        ? new Connection(new ConnectionHandle(connection))
        : throw Failure.Of("A connection could not be made", "connect", "The database may be closed.");

    public void Dispose() => handle.Dispose();

    private static Database OpenCore(string? path, DatabaseOptions options)
    {
        try
        {
            using var config = Configure(options);
            if (Native.Open(path, out var opened, config, out var error) == 0)
                return SetUp(new Database(new DatabaseHandle(opened)));
            var message = Utf8.Text(error) ?? "The database could not be opened";
            Native.Free(error);
            throw Failure.Of(message, path ?? "memory");
        }
        catch (DllNotFoundException missing)
        {
            throw new LakeException(Failure.Text("DuckDB's library is missing", AppContext.BaseDirectory,
                "Build again with Node.js and npm installed: the build fetches it."), missing);
        }
    }

    private static Database SetUp(Database database)
    {
        using var connection = database.Connect();
        connection.Run(DatabaseOptions.WhenOpen);
        return database;
    }

    private static ConfigHandle Configure(DatabaseOptions options)
    {
        _ = Native.CreateConfig(out var created);
        var config = new ConfigHandle(created);
        foreach (var (name, value) in options.Settings())
        {
            if (Native.SetConfig(config, name, value) == 0)
                continue;
            config.Dispose();
            throw Failure.Of($"The setting {name} cannot be '{value}'", name, "See DuckDB's configuration reference.");
        }
        return config;
    }
}
