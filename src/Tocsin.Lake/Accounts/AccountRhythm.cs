namespace Tocsin.Lake.Accounts;

/// <summary>When an account acts, in UTC.</summary>
/// <param name="Hours">Acts by hour of the week: 7 × 24 numbers, Monday 00:00 first.</param>
/// <param name="Days">Days with acts, in order.</param>
public sealed record AccountRhythm(IReadOnlyList<int> Hours, IReadOnlyList<DayCount> Days)
{
    internal static AccountRhythm Of(IEnumerable<DateTimeOffset> times)
    {
        var hours = new int[7 * 24];
        var days = new SortedDictionary<DateOnly, long>();
        foreach (var time in times)
        {
            hours[((((int)time.DayOfWeek) + 6) % 7 * 24) + time.Hour]++;
            var day = DateOnly.FromDateTime(time.UtcDateTime);
            days[day] = days.GetValueOrDefault(day) + 1;
        }
        return new AccountRhythm(hours, [.. days.Select(day => new DayCount(day.Key, day.Value))]);
    }
}

/// <summary>Events of a day of UTC.</summary>
public readonly record struct DayCount(DateOnly Day, long Events);
