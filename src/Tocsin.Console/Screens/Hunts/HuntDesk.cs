using Tocsin.Casework;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Hunting;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>Runs what an address asks for over the lake.</summary>
internal sealed class HuntDesk(DuckDbLake lake, TimeProvider clock)
{
    /// <summary>Posts on one page.</summary>
    private const int PageSize = 40;

    private readonly DateTimeOffset? _newest = lake.Figures.Newest();

    public bool IsEmpty => _newest is null;

    /// <summary>The newest event, when the range is counted back from it and not from now.</summary>
    public DateTimeOffset? Archive(HuntRange range) => range.IsArchive(clock.GetUtcNow(), _newest) ? _newest : null;

    public TimeRange? Resolve(HuntRange range) => range.Resolve(clock.GetUtcNow(), _newest);

    /// <summary>As long a time right before the range; null when it has no beginning or no end.</summary>
    public TimeRange? Before(HuntRange range) =>
        Resolve(range) is { } r && r.From != DateTimeOffset.MinValue && r.Until != DateTimeOffset.MaxValue && r.From - DateTimeOffset.MinValue > r.Until - r.From
            ? new TimeRange(r.From - (r.Until - r.From), r.From)
            : null;

    public HuntPage Posts(HuntAddress address, HuntQuery query, string? cursor, CancellationToken cancel, int limit = PageSize) =>
        lake.Hunt.Run(query, Resolve(address.Range), limit, cursor, cancel);

    public HuntChart Chart(HuntAddress address, HuntQuery query, CancellationToken cancel) => lake.Hunt.Chart(query, Resolve(address.Range), cancel);

    /// <summary>The chart of the time before; null when there is nothing to compare with, or it was not asked for.</summary>
    public HuntChart? ChartBefore(HuntAddress address, HuntQuery query, CancellationToken cancel) =>
        address.Compare && Before(address.Range) is { } before ? lake.Hunt.Chart(query, before, cancel) : null;

    public HuntTop Top(HuntAddress address, HuntQuery query, HuntField field, int count, CancellationToken cancel) =>
        lake.Hunt.Top(query, Resolve(address.Range), field, count, cancel);

    /// <summary>How much a saved hunt finds now; 0 when it can no longer be read.</summary>
    public long CountOf(Hunt hunt, CancellationToken cancel)
    {
        var address = SavedAddress.Read(hunt);
        return HuntQuery.TryParse(address.Query, out var query, out _) ? Chart(address, query, cancel).Total : 0;
    }
}
