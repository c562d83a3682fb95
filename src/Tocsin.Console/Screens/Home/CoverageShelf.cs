using Tocsin.Core.Events;
using Tocsin.Core.Events.Hunting;
using Tocsin.Lake.DuckDb;

namespace Tocsin.Console.Screens.Home;

/// <summary>
/// What the lake holds, counted anew in the background once it is a minute old: counting reads whole columns, and nobody
/// should wait for that to see their signals.
/// </summary>
internal sealed class CoverageShelf(DuckDbLake lake, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Shown = TimeSpan.FromDays(30);

    private readonly Lock _turn = new();
    private Coverage? _kept;
    private DateTimeOffset _at;
    private Task? _counting;

    public Coverage Now
    {
        get
        {
            lock (_turn)
            {
                if (_kept is null || _kept.Events == 0) (_kept, _at) = (Count(), clock.GetUtcNow());   // what is empty is counted in no time
                else if (clock.GetUtcNow() - _at > Fresh && _counting is null or { IsCompleted: true }) _counting = Task.Run(Recount);
                return _kept;
            }
        }
    }

    private void Recount()
    {
        var counted = Count();
        lock (_turn) (_kept, _at) = (counted, clock.GetUtcNow());
    }

    private Coverage Count()
    {
        var holds = lake.Summarise();
        if (holds.Last is not { } last) return new(0, 0, null, []);
        var days = lake.Hunt.Chart(HuntQuery.Everything, new TimeRange(last - Shown, last.AddMicroseconds(1)));
        return new(holds.Events, holds.Accounts, last, [.. days.Buckets.Select(bucket => (double)bucket.Count)]);
    }
}
