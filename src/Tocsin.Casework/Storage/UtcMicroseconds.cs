using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Tocsin.Casework;

/// <summary>Times are UTC and whole microseconds, what PostgreSQL keeps; as text in SQLite they sort by time.</summary>
internal sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, DateTime>(time => ToDatabase(time), time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)))
{
    private static DateTime ToDatabase(DateTimeOffset time) => Of(time).UtcDateTime;

    public static DateTimeOffset Of(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
