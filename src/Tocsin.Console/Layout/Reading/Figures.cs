namespace Tocsin.Console.Layout.Reading;

/// <summary>Numbers as people read them, the same everywhere. web/figures.ts says the same.</summary>
public static class Figures
{
    /// <summary>Three digits at most, with k, M or G: <c>999</c>, <c>12.4 k</c>, <c>1.2 M</c>.</summary>
    public static string Short(long n) => Math.Abs(n) switch
    {
        < 1_000 => $"{n}",
        < 999_500 => Scaled(n / 1e3, "k"),
        < 999_500_000 => Scaled(n / 1e6, "M"),
        _ => Scaled(n / 1e9, "G"),
    };

    /// <summary>Thousands apart: <c>1,234,567</c>.</summary>
    public static string Whole(long n) => $"{n:N0}";

    /// <summary>A share in [0, 1] as <c>4 %</c>; what is not quite nothing stays visible.</summary>
    public static string Percent(double share) => share is > 0 and < 0.005 ? "< 1 %" : $"{share * 100:0} %";

    /// <summary>Against the period before: <c>+40 %</c>, <c>−12 %</c>, <c>× 3.5</c> from a doubling on, <c>new</c>, <c>no change</c>.</summary>
    public static string Change(double now, double before)
    {
        if (now == before) return "no change";
        if (before <= 0) return "new";
        var ratio = now / before;
        if (ratio >= 2) return ratio < 10 ? $"× {ratio:0.#}" : $"× {ratio:0}";
        return ratio > 1 ? $"+{(ratio - 1) * 100:0} %" : $"−{(1 - ratio) * 100:0} %";
    }

    /// <summary>A span to two digits or so: <c>12 s</c>, <c>5 min</c>, <c>6 h</c>, <c>3 d</c>.</summary>
    public static string Span(TimeSpan span) => span.TotalSeconds switch
    {
        < 1 => $"{span.TotalMilliseconds:0} ms",
        < 120 => $"{span.TotalSeconds:0} s",
        < 7_200 => $"{span.TotalMinutes:0} min",
        < 172_800 => $"{span.TotalHours:0} h",
        _ => $"{span.TotalDays:0} d",
    };

    /// <summary>Bytes: <c>12 kB</c>, <c>3.4 MB</c>.</summary>
    public static string Bytes(long n) => n < 1_000 ? $"{n} B" : Short(n) + "B";

    private static string Scaled(double n, string unit) => Math.Abs(n) < 99.95 ? $"{n:0.#} {unit}" : $"{n:0} {unit}";
}
