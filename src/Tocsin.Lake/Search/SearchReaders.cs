using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Search;

/// <summary>Connections that read the index, used again from hunt to hunt.</summary>
internal sealed class SearchReaders(SearchFile file) : IDisposable
{
    private readonly ConcurrentBag<(int Generation, SqliteConnection Connection)> _idle = [];
    private int _generation;

    /// <summary>True once the file gave an answer that no sound file gives.</summary>
    public bool IsDamaged { get; private set; }

    /// <summary>Runs a read; the connection is the caller's until it returns. Without an index nothing is run.</summary>
    /// <exception cref="LakeException">The index cannot be read.</exception>
    public void Use(Action<SqliteConnection> read)
    {
        var generation = Volatile.Read(ref _generation);
        SqliteConnection? connection = null;
        try
        {
            connection = Take(generation);
            if (connection is null)
                return;
            read(connection);
            _idle.Add((generation, connection));
        }
        catch (SqliteException error)
        {
            connection?.Dispose();
            IsDamaged |= SearchFile.IsDamage(error);
            throw new LakeException(
                Failure.Text($"The search index cannot be read: {error.Message}", file.Path, "It is made anew when it next catches up with the lake."), error);
        }
        catch
        {
            connection?.Dispose();
            throw;
        }
    }

    /// <summary>Forgets connections to a file that is no more.</summary>
    public void Renew()
    {
        Interlocked.Increment(ref _generation);
        IsDamaged = false;
        Dispose();
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var idle))
            idle.Connection.Dispose();
    }

    private SqliteConnection? Take(int generation)
    {
        while (_idle.TryTake(out var idle))
        {
            if (idle.Generation == generation)
                return idle.Connection;
            idle.Connection.Dispose();
        }
        return file.OpenToRead();
    }
}
