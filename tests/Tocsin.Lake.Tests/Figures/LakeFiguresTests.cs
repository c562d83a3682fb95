using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Tests.DuckDb;

namespace Tocsin.Lake.Tests.Figures;

public sealed class LakeFiguresTests
{
    [Fact]
    public void Days_without_events_are_zero_and_the_newest_event_is_known()
    {
        using var folder = new TemporaryFolder();
        using var lake = DuckDbLake.Open(folder.Path);
        Assert.Null(lake.Figures.Newest());
        lake.Write([Some.Incoming("1"), Some.Incoming("2"), Some.Incoming("3", time: Some.Time.AddDays(2)), Some.Incoming("4", time: Some.Time.AddDays(9))]);
        Assert.Equal(Some.Time.AddDays(9), lake.Figures.Newest());
        var days = lake.Figures.EventsPerDay(4, Some.Time.AddDays(2));
        Assert.Equal([0, 2, 0, 1], days.Select(day => day.Events));
        Assert.Equal(DateOnly.FromDateTime(Some.Time.UtcDateTime).AddDays(-1), days[0].Day);
    }
}
