using Tocsin.Casework;
using Tocsin.Core;

namespace Tocsin.Console.Screens.Queue;

/// <summary>All that one view of the queue shows, but for the preview.</summary>
/// <param name="Next">Address of the next page; null on the last.</param>
/// <param name="States">How many are open, snoozed, decided, by the other filters.</param>
/// <param name="Gone">How many the last scan no longer found, by the other filters.</param>
public sealed record QueueView(
    QueueAddress Address, QueueFilter Filter, IReadOnlyList<SignalState> Rows, QueueAddress? Next, QueueFacets Facets, IReadOnlyList<FacetCount> States, int Gone)
{
    public int In(SignalStatus state) => States.FirstOrDefault(count => count.Value == $"{state}")?.Count ?? 0;
}

/// <summary>Reads views of the queue.</summary>
internal sealed class QueueReader(SignalQueue queue)
{
    public const int PageSize = 100;

    public async Task<QueueView> ReadAsync(QueueAddress address, string viewer, CancellationToken cancel)
    {
        var filter = QueueFilters.Of(address, viewer);
        if (address.After is not null && !await IsPageAsync(filter, address.After, cancel)) address = address.Page(null);
        var (rows, next) = await PageAsync(address, filter, cancel);
        var facets = await queue.FacetsAsync(filter, cancel);
        var found = filter.Active == true ? facets : await queue.FacetsAsync(filter with { Active = true, States = [] }, cancel);
        var gone = await queue.CountAsync(filter with { Active = false, States = [] }, cancel);
        return new(address, filter, rows, next, facets, found.States, gone);
    }

    /// <summary>The rows of one page alone.</summary>
    public Task<(IReadOnlyList<SignalState> Rows, QueueAddress? Next)> PageAsync(QueueAddress address, string viewer, CancellationToken cancel) =>
        PageAsync(address, QueueFilters.Of(address, viewer), cancel);

    /// <summary>Whether a cursor leads somewhere: an old link, or one by hand, may hold another order's or none.</summary>
    private async Task<bool> IsPageAsync(QueueFilter filter, string cursor, CancellationToken cancel)
    {
        try
        {
            await queue.ListAsync(filter, cursor, 1, cancel);
            return true;
        }
        catch (Problem)
        {
            return false;
        }
    }

    private async Task<(IReadOnlyList<SignalState> Rows, QueueAddress? Next)> PageAsync(QueueAddress address, QueueFilter filter, CancellationToken cancel)
    {
        var page = await queue.ListAsync(filter, address.After, PageSize, cancel);
        return (page.Items, page.Next is null ? null : address.Select(null).Page(page.Next));
    }
}
