namespace Tocsin.Cli.Frame;

/// <summary>Numbers and times as people read them, the same everywhere.</summary>
internal static class Figures
{
    /// <summary>Three digits at most, with k, M or G: <c>999</c>, <c>12.3 k</c>, <c>1.2 M</c>.</summary>
    public static string Short(long n) => n switch
    {
        < 1_000 => $"{n}",
        < 1_000_000 => Scaled(n / 1e3, "k"),
        < 1_000_000_000 => Scaled(n / 1e6, "M"),
        _ => Scaled(n / 1e9, "G"),
    };

    /// <summary>Thousands apart: <c>1,234,567</c>.</summary>
    public static string Whole(long n) => $"{n:N0}";

    public static string Time(DateTimeOffset time) => $"{time:yyyy-MM-dd HH:mm}";

    public static string Moment(DateTimeOffset time) => $"{time:yyyy-MM-dd HH:mm:ss}";

    /// <summary>A span to two digits or so: <c>12 s</c>, <c>5 min</c>, <c>6 h</c>, <c>3 d</c>.</summary>
    public static string Span(double seconds) => seconds switch
    {
        < 120 => $"{seconds:0} s",
        < 7_200 => $"{seconds / 60:0} min",
        < 172_800 => $"{seconds / 3_600:0} h",
        _ => $"{seconds / 86_400:0} d",
    };

    public static string Seconds(TimeSpan time) => time.TotalSeconds < 60 ? $"{time.TotalSeconds:0.0} s" : $"{(int)time.TotalMinutes} min {time.Seconds} s";

    private static string Scaled(double n, string unit) => n < 100 ? $"{n:0.#} {unit}" : $"{n:0} {unit}";
}
