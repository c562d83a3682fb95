using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb.Client;

namespace Tocsin.Lake.Search;

/// <summary>
/// Full-text search over the lake: an index in a file of its own beside it (<c>search.db</c>, SQLite's FTS5), which follows the
/// lake batch by batch. It holds words and values, no texts. Thread-safe: any number of readers beside one catching up.
/// </summary>
public sealed class PostSearch : IDisposable
{
    // A batch is one transaction and one segment of the index: small enough to lose, large enough to merge seldom.
    private const int BatchEvents = 100_000;

    private readonly Database _lake;
    private readonly SearchReaders _readers;
    private readonly SearchFollower _follower;

    internal PostSearch(Database lake, string workspace, int batchEvents = BatchEvents)
    {
        _lake = lake;
        var file = new SearchFile(Path.Combine(workspace, SearchFile.Name));
        _readers = new SearchReaders(file);
        _follower = new SearchFollower(lake, file, _readers, batchEvents);
    }

    /// <summary>How much can be searched at this moment.</summary>
    public SearchState State => new(_follower.Indexed, _follower.EventsInLake());

    /// <summary>
    /// Indexes what the lake has gained, batch by batch; returns at once when there is nothing. One caller works at a time,
    /// others wait. Killed, it goes on from the last batch. An index that is damaged or of another lake is made anew.
    /// </summary>
    /// <exception cref="OperationCanceledException">When cancelled; whole batches stay.</exception>
    /// <exception cref="LakeException">The file cannot be written.</exception>
    public void CatchUp(IProgress<SearchProgress>? progress = null, CancellationToken cancel = default) => _follower.CatchUp(progress, cancel);

    public void Dispose()
    {
        _follower.Dispose();
        _readers.Dispose();
    }

    /// <summary>Plans a hunt on a snapshot of the lake.</summary>
    internal SearchMatches Match(HuntQuery query, CancellationToken cancel)
    {
        using var connection = _lake.Connect();
        return new SearchMatches(SearchPlan.For(query, connection), _readers, cancel);
    }

    /// <summary>The newest events whose text holds a word, given as <see cref="SearchWords"/> cuts it.</summary>
    internal List<long> Holding(string word, int limit, CancellationToken cancel) =>
        new SearchMatches(new SearchPlan(SearchExpression.Quoted(word), null), _readers, cancel).Newest(0, long.MaxValue, limit);
}
