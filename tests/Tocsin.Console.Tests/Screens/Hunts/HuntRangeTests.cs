using Tocsin.Console.Screens.Hunts;
using Tocsin.Core;
using Tocsin.Core.Events;

namespace Tocsin.Console.Tests.Screens.Hunts;

public sealed class HuntRangeTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Fact]
    public void Nothing_said_is_all_of_time()
    {
        var range = HuntRange.Parse(null, "", null, Berlin);
        Assert.True(range.IsAll);
        Assert.Null(range.Resolve(Now, Now));
        Assert.Empty(range.Parameters());
    }

    [Fact]
    public void The_last_so_much_counts_back_from_now_while_events_come_in() =>
        Assert.Equal(new TimeRange(Now.AddDays(-7), Now), HuntRange.Parse("7d", null, null, Berlin).Resolve(Now, Now.AddHours(-3)));

    [Fact]
    public void In_an_archive_it_counts_back_from_the_newest_event_and_holds_it()
    {
        var newest = new DateTimeOffset(2026, 3, 22, 23, 59, 59, TimeSpan.Zero);
        var range = HuntRange.Parse("24h", null, null, Berlin);
        Assert.True(range.IsArchive(Now, newest));
        var resolved = range.Resolve(Now, newest)!.Value;
        Assert.InRange(newest, resolved.From, resolved.Until.AddTicks(-1));
        Assert.Equal(TimeSpan.FromHours(24), resolved.Until - resolved.From);
    }

    [Fact]
    public void An_empty_lake_counts_from_now() => Assert.Equal(Now, HuntRange.Parse("1h", null, null, Berlin).Resolve(Now, null)!.Value.Until);

    [Theory]
    [InlineData("2026-03-02T10:00", "2026-03-02T09:00:00Z")]
    [InlineData("2026-07-02T10:00", "2026-07-02T08:00:00Z")]
    [InlineData("2026-03-02T10:00:30Z", "2026-03-02T10:00:30Z")]
    [InlineData("2026-03-02T10:00+05:00", "2026-03-02T05:00:00Z")]
    [InlineData("2026-03-02", "2026-03-01T23:00:00Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T01:30:00Z")] // skipped by the clocks
    public void A_time_without_offset_is_in_the_viewers_zone(string typed, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant), HuntRange.Parse(null, typed, null, Berlin).From);

    [Theory]
    [InlineData("fortnight", null, null)]
    [InlineData(null, "yesterday", null)]
    [InlineData(null, "2026-03-02", "2026-03-01")]
    [InlineData(null, "2026-03-02", "2026-03-02")]
    public void What_is_no_range_is_a_problem(string? last, string? from, string? until) => Assert.Throws<Problem>(() => HuntRange.Parse(last, from, until, Berlin));

    [Fact]
    public void An_address_brings_the_same_range_back()
    {
        var range = HuntRange.Parse(null, "2026-03-02T10:00:00.5", "2026-03-04", Berlin);
        var said = range.Parameters().ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
        Assert.Equal(range, HuntRange.Parse(null, said["from"], said["to"], TimeZoneInfo.Utc));
    }
}
