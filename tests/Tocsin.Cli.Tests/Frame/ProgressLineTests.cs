using Tocsin.Cli.Frame;

namespace Tocsin.Cli.Tests.Frame;

public class ProgressLineTests
{
    private sealed class Clock : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }

    private static string LastDrawn(StringWriter writer) => writer.ToString().Split("\u001b[2K")[^1];

    [Fact]
    public void It_says_share_rate_and_time_left()
    {
        var clock = new Clock();
        using var writer = new StringWriter();
        using var line = new ProgressLine(writer, "importing", 100, clock);
        clock.Now = TimeSpan.FromSeconds(10);

        line.Report(0.25, "a.jsonl", 500_000, "posts");

        Assert.Equal("importing  25 %  a.jsonl  500 k posts  50 k/s  0:30 left", LastDrawn(writer));
    }

    [Fact]
    public void It_redraws_at_most_ten_times_a_second()
    {
        var clock = new Clock();
        using var writer = new StringWriter();
        using var line = new ProgressLine(writer, "scanning", 100, clock);

        line.Report(0.1);
        clock.Now = TimeSpan.FromMilliseconds(50);
        line.Report(0.2);
        Assert.Equal("scanning  10 %", LastDrawn(writer));

        clock.Now = TimeSpan.FromMilliseconds(150);
        line.Report(0.3);
        Assert.Equal("scanning  30 %", LastDrawn(writer));
    }

    [Fact]
    public void It_never_wraps_and_leaves_nothing_behind()
    {
        using var writer = new StringWriter();
        var line = new ProgressLine(writer, "importing", 30, new Clock());

        line.Report(0.5, new string('x', 200));
        Assert.Equal(29, LastDrawn(writer).Length);

        line.Dispose();
        Assert.Empty(LastDrawn(writer));
    }
}
