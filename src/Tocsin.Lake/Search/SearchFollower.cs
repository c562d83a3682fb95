using Microsoft.Data.Sqlite;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Search;

/// <summary>Keeps the index in step with the lake: one batch is read while the one before is being indexed.</summary>
internal sealed class SearchFollower(Database lake, SearchFile file, SearchReaders readers, int batchEvents) : IDisposable
{
    private readonly Lock _turn = new();
    private SearchWriter? _writer;
    private long _indexed = -1;

    /// <summary>Events in the index; what the file says until catching up has begun.</summary>
    public long Indexed => Volatile.Read(ref _indexed) is >= 0 and var known ? known : ReadIndexed();

    public long EventsInLake()
    {
        using var connection = lake.Connect();
        return connection.Scalar<long>("SELECT count(*) FROM events");
    }

    public void CatchUp(IProgress<SearchProgress>? progress, CancellationToken cancel)
    {
        lock (_turn)
        {
            try
            {
                Follow(Writer(), progress, cancel);
            }
            catch (SqliteException error) when (SearchFile.IsDamage(error))
            {
                Follow(Anew(), progress, cancel);
            }
            catch (SqliteException error)
            {
                throw Unwritable($"The search index cannot be written: {error.Message}", "Check that the disk is not full and the folder can be written.", error);
            }
        }
    }

    public void Dispose()
    {
        lock (_turn)
            Close();
    }

    private LakeException Unwritable(string what, string hint, Exception? inner = null) => new(Failure.Text(what, file.Path, hint), inner);

    private long ReadIndexed()
    {
        try
        {
            using var connection = file.OpenToRead();
            return connection is null ? 0 : SearchFile.Scalar(connection, "SELECT max(places) FROM progress");
        }
        catch (SqliteException)
        {
            return 0; // not an index: catching up makes one
        }
    }

    private SearchWriter Writer()
    {
        if (readers.IsDamaged)
            return Anew();
        var ends = _writer?.Progress(last: true);
        _writer ??= new SearchWriter(file.OpenToWrite());
        return SearchIdentity.Holds(lake, ends ?? _writer.Progress(last: false)) ? _writer : Anew();
    }

    private SearchWriter Anew()
    {
        Close();
        file.Delete();
        readers.Renew();
        Volatile.Write(ref _indexed, 0);
        return _writer = new SearchWriter(file.OpenToWrite());
    }

    private void Close()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private void Follow(SearchWriter writer, IProgress<SearchProgress>? progress, CancellationToken cancel)
    {
        var (at, end) = (writer.Places, EventsInLake());
        Volatile.Write(ref _indexed, at);
        if (end > SearchRow.Capacity)
            throw Unwritable("The lake has more events than the search can index", $"It indexes {SearchRow.Capacity:N0} at most.");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task<SearchBatch>? ahead = null;
        try
        {
            while (at < end)
            {
                var batch = (ahead ?? Read(at, end, stop.Token)).GetAwaiter().GetResult();
                at = batch.Until;
                ahead = at < end ? Read(at, end, stop.Token) : null;
                writer.Add(batch, cancel);
                Volatile.Write(ref _indexed, at);
                progress?.Report(new SearchProgress(at, end));
            }
        }
        finally
        {
            stop.Cancel();
            ((Task?)ahead)?.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing).GetAwaiter().GetResult();
        }
    }

    private Task<SearchBatch> Read(long from, long end, CancellationToken cancel) =>
        Task.Run(() => SearchBatch.Read(lake, from, (int)Math.Min(batchEvents, end - from), cancel), cancel);
}
