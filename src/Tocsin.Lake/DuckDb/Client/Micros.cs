namespace Tocsin.Lake.DuckDb.Client;

/// <summary>Microseconds since 1970-01-01 UTC, as DuckDB's TIMESTAMP keeps time.</summary>
public static class Micros
{
    public static long Of(DateTimeOffset time) =>
        Math.DivRem(time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks, TimeSpan.TicksPerMicrosecond) is var (whole, rest) && rest < 0
            ? whole - 1
            : whole;

    /// <summary>The time, held within the years 1 to 9999.</summary>
    public static DateTimeOffset ToTime(long micros) => micros <= First ? DateTimeOffset.MinValue
        : micros >= Last ? DateTimeOffset.MaxValue
        : DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    private static readonly long First = Of(DateTimeOffset.MinValue);
    private static readonly long Last = Of(DateTimeOffset.MaxValue);
}
