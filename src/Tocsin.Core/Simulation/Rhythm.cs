namespace Tocsin.Core.Simulation;

/// <summary>When people are up: hours of the local day, weekdays apart from weekends.</summary>
internal static class Rhythm
{
    // Relative activity by local hour, 0 to 23: a trough before dawn, a bump at noon, the peak in the evening.
    private static readonly double[] Weekday =
        [3.0, 1.6, 0.9, 0.6, 0.6, 1.0, 2.2, 4.0, 4.8, 4.6, 4.6, 4.9, 5.8, 5.4, 4.7, 4.6, 4.9, 5.6, 6.4, 7.3, 8.2, 8.4, 7.0, 4.9];
    private static readonly double[] Weekend =
        [4.6, 3.0, 1.8, 1.1, 0.8, 0.8, 1.1, 1.9, 3.3, 4.9, 5.8, 6.2, 6.3, 6.0, 5.8, 5.7, 5.8, 6.1, 6.5, 7.0, 7.6, 7.9, 7.0, 5.6];

    // Sunday to Saturday.
    private static readonly double[] Days = [1.12, 1.0, 0.98, 0.99, 1.0, 0.97, 0.92];

    /// <summary>A moment within the world at which this person may well be active.</summary>
    public static DateTimeOffset Moment(Person person, SimulationOptions options, Chance chance)
    {
        var day = chance.Below(options.Days);
        while (!chance.Happens(Days[(int)options.Start.AddDays(day).DayOfWeek] / 1.12)) day = chance.Below(options.Days);
        var curve = options.Start.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend : Weekday;
        var local = Hour(curve, chance) + chance.Unit() + person.Chronotype;
        return Wrap(options.Start.AddDays(day).AddMilliseconds((long)((local - person.UtcOffset) * 3_600_000)), options);
    }

    /// <summary>How likely this person is to be looking now, relative to the best hour: 0 to 1.</summary>
    public static double Awake(Person person, DateTimeOffset time)
    {
        var local = time.AddHours(person.UtcOffset - person.Chronotype);
        var curve = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend : Weekday;
        return curve[local.Hour] / 8.4;
    }

    private static int Hour(double[] curve, Chance chance)
    {
        while (true)
        {
            var hour = chance.Below(24);
            if (chance.Happens(curve[hour] / 8.4)) return hour;
        }
    }

    private static DateTimeOffset Wrap(DateTimeOffset time, SimulationOptions options)
    {
        if (time < options.Start) return time.AddDays(options.Days);
        return time < options.Start.AddDays(options.Days) ? time : time.AddDays(-options.Days);
    }
}
