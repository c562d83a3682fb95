namespace Tocsin.Core.Detection.Coordination;

/// <summary>How clock-like an account acts: the resultant length of its times on a clock face of 5 to 60 minutes
/// (Mardia and Jupp, Directional Statistics, 2000, ch. 2). Near 0 for people, near 1 for what a timer starts.</summary>
public static class Clockwork
{
    private const int MinEvents = 20;
    private static readonly int[] PeriodsInSeconds = [300, 600, 900, 1800, 3600];

    /// <summary>The greatest resultant length over the periods, in [0, 1]; 0 for fewer than twenty events.</summary>
    /// <param name="times">Microseconds since 1970.</param>
    public static double Of(IReadOnlyList<long> times) =>
        times.Count < MinEvents ? 0 : PeriodsInSeconds.Max(period => Resultant(times, period));

    private static double Resultant(IReadOnlyList<long> times, int periodSeconds)
    {
        double x = 0, y = 0;
        foreach (var time in times)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * (time / 1e6 % periodSeconds) / periodSeconds);
            x += cos;
            y += sin;
        }
        return Math.Sqrt((x * x) + (y * y)) / times.Count;
    }
}
