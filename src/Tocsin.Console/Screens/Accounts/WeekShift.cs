namespace Tocsin.Console.Screens.Accounts;

/// <summary>Moves counts by hour and weekday from UTC into a zone, by its offset in whole hours at one time.</summary>
internal static class WeekShift
{
    private const int Days = 7;
    private const int Hours = 24;

    /// <summary>[weekday, Monday first][hour] in the zone.</summary>
    /// <param name="counts">7 × 24 numbers, Monday 00:00 UTC first.</param>
    /// <param name="zone">The viewer's.</param>
    /// <param name="at">When the zone's offset is taken: the time the counts are mostly of.</param>
    public static int[][] To(IReadOnlyList<int> counts, TimeZoneInfo zone, DateTimeOffset at)
    {
        var shift = (int)Math.Round(zone.GetUtcOffset(at).TotalHours, MidpointRounding.AwayFromZero);
        var local = Enumerable.Range(0, Days).Select(_ => new int[Hours]).ToArray();
        for (var day = 0; day < Days; day++)
        {
            for (var hour = 0; hour < Hours; hour++)
            {
                var slot = ((day * Hours) + hour + shift + (Days * Hours)) % (Days * Hours);
                local[slot / Hours][slot % Hours] = counts[(day * Hours) + hour];
            }
        }
        return local;
    }
}
