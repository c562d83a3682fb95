using Tocsin.Console.Screens.Accounts;

namespace Tocsin.Console.Tests.Screens.Accounts;

public sealed class WeekShiftTests
{
    private static readonly DateTimeOffset Winter = new(2026, 1, 15, 0, 0, 0, TimeSpan.Zero), Summer = new(2026, 7, 15, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Europe/Berlin", true, 0, 1)]
    [InlineData("Europe/Berlin", false, 0, 2)]
    [InlineData("America/New_York", true, 6, 19)]
    [InlineData("Asia/Kolkata", true, 0, 6)]
    [InlineData("UTC", true, 0, 0)]
    public void Monday_midnight_moves_with_the_zone_and_round_the_week(string zone, bool winter, int day, int hour)
    {
        var counts = new int[7 * 24];
        counts[0] = 5;
        var local = WeekShift.To(counts, TimeZoneInfo.FindSystemTimeZoneById(zone), winter ? Winter : Summer);
        Assert.Equal(5, local[day][hour]);
        Assert.Equal(5, local.Sum(hours => hours.Sum()));
    }
}
