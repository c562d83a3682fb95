using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.DuckDb;

/// <summary>The lake's file, opened by one lake at a time; says plainly why it cannot be opened.</summary>
internal sealed partial class LakeFile : IDisposable
{
    private const string SpillFolder = "lake.tmp";

    // DuckDB locks the file against other processes only.
    private static readonly ConcurrentDictionary<string, bool> Open = new(StringComparer.Ordinal);

    private bool closed;

    private LakeFile(string path, Database database) => (Path, Database) = (path, database);

    public string Path { get; }

    public Database Database { get; }

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="Problem">The file is in use, was written by a newer DuckDB, or is something else.</exception>
    public static LakeFile Take(string path, DatabaseOptions options)
    {
        if (!Open.TryAdd(path, true))
            throw new Problem("The lake is in use by this process", path, "Close it first.");
        try
        {
            return new LakeFile(path, OpenDatabase(path, options));
        }
        catch
        {
            Open.TryRemove(path, out _);
            throw;
        }
    }

    public void Dispose()
    {
        if (closed)
            return;
        closed = true;
        Database.Dispose();
        Open.TryRemove(Path, out _);
    }

    private static Database OpenDatabase(string path, DatabaseOptions options)
    {
        var workspace = System.IO.Path.GetDirectoryName(path)!;
        try
        {
            Directory.CreateDirectory(workspace);
            return Database.Open(path, options with { TemporaryDirectory = System.IO.Path.Combine(workspace, SpillFolder), AllowFiles = false });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new Problem("The workspace cannot be made or written", workspace, "Choose another --workspace, or free the path.", error);
        }
        catch (LakeException error)
        {
            throw Explain(path, error);
        }
    }

    private static Exception Explain(string path, LakeException error)
    {
        if (error.Message.Contains("Could not set lock", StringComparison.Ordinal))
        {
            var holder = Holder().Match(error.Message) is { Success: true } m ? $"process {m.Groups["id"].Value}" : "another process";
            return new Problem($"The lake is in use by {holder}", path, "Wait for it or stop it, or use another --workspace.", error);
        }
        if (error.Message.Contains("not a valid DuckDB database", StringComparison.Ordinal))
            return new Problem("The file is not a lake", path, "Move it away, or use another --workspace.", error);
        if (error.Message.Contains("version number", StringComparison.Ordinal))
            return new Problem("A different version of DuckDB wrote the lake", path, "Use the newer tocsin that wrote it.", error);
        return error;
    }

    [GeneratedRegex(@"PID (?<id>\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Holder();
}
