namespace Tocsin.Cli.Frame;

/// <summary>
/// One line, redrawn in place, that says how far a long job is, how fast it goes and how long it will take:
/// <c>importing  41 %  1.2 M posts  64 k/s  0:12 left</c>. Redrawn at most ten times a second; safe to call from any thread.
/// </summary>
internal sealed class ProgressLine(TextWriter writer, string job, int width, TimeProvider clock) : IDisposable
{
    private const string EraseLine = "\r\u001b[2K";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private readonly Lock gate = new();
    private readonly long start = clock.GetTimestamp();
    private long drawn;
    private bool visible;

    /// <summary>Redraws the line, unless it was redrawn a moment ago.</summary>
    /// <param name="done">Share done, in [0, 1]; NaN where the end is not known.</param>
    /// <param name="detail">What to say beside it: a stage, or what is counted.</param>
    /// <param name="count">How many of <paramref name="unit"/> are done, for the rate; 0 shows no rate.</param>
    public void Report(double done, string detail = "", long count = 0, string unit = "")
    {
        if (ReferenceEquals(writer, TextWriter.Null)) return;
        lock (gate)
        {
            if (visible && clock.GetElapsedTime(drawn) < Pause) return;
            var line = Describe(done, detail, count, unit);
            writer.Write(EraseLine + (line.Length < width ? line : line[..(width - 1)]));
            writer.Flush();
            drawn = clock.GetTimestamp();
            visible = true;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            if (!visible) return;
            writer.Write(EraseLine);
            writer.Flush();
            visible = false;
        }
    }

    private string Describe(double done, string detail, long count, string unit)
    {
        var elapsed = clock.GetElapsedTime(start);
        string?[] parts =
        [
            job,
            double.IsNaN(done) ? null : $"{Math.Clamp(done, 0, 1) * 100:0} %",
            detail.Length > 0 ? detail : null,
            count > 0 ? $"{Figures.Short(count)} {unit}" : null,
            count > 0 && elapsed.TotalSeconds >= 1 ? $"{Figures.Short((long)(count / elapsed.TotalSeconds))}/s" : null,
            Left(done, elapsed),
        ];
        return string.Join("  ", parts.Where(p => p is not null));
    }

    /// <summary>Time left at the mean pace so far; said once a second has passed and a hundredth is done.</summary>
    private static string? Left(double done, TimeSpan elapsed) =>
        done is >= 0.01 and < 1 && elapsed.TotalSeconds >= 1
            ? $"{elapsed * ((1 - done) / done):m\\:ss} left"
            : null;
}
