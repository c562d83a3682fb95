using Tocsin.Console.Screens.Detectors;
using Tocsin.Core.Assessment;

namespace Tocsin.Console.Tests.Screens.Detectors;

public sealed class DetectorPulseTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Yesterday = Now.AddHours(-30), ThisMorning = Now.AddHours(-3);

    [Fact]
    public void Without_a_run_and_without_signals_it_never_ran() => Assert.Equal(DetectorPulse.NeverRan, Pulse(null, raised: []));

    [Fact]
    public void Signals_without_a_run_came_from_the_command_line() => Assert.Equal(DetectorPulse.Steady, Pulse(null, raised: [Yesterday]));

    [Fact]
    public void Events_that_have_waited_a_day_for_a_scan_make_it_behind()
    {
        Assert.Equal(DetectorPulse.Behind, Pulse(Yesterday, behind: true, raised: [Yesterday]));
        Assert.Equal(DetectorPulse.Steady, Pulse(ThisMorning, behind: true, raised: [Yesterday]));
    }

    [Fact]
    public void Nothing_new_for_a_month_is_silence()
    {
        Assert.Equal(DetectorPulse.Silent, Pulse(ThisMorning, raised: [Now.AddDays(-31)]));
        Assert.Equal(DetectorPulse.Silent, Pulse(ThisMorning, raised: []));
        Assert.Equal(DetectorPulse.Steady, Pulse(ThisMorning, raised: [Now.AddDays(-29)]));
    }

    [Fact]
    public void Surely_wrong_more_often_than_right_is_noise()
    {
        Assert.Equal(DetectorPulse.Noisy, Pulse(ThisMorning, raised: [Yesterday], precision: new(2, 20)));
        Assert.Equal(DetectorPulse.Steady, Pulse(ThisMorning, raised: [Yesterday], precision: new(9, 20)));
        Assert.Equal(DetectorPulse.Steady, Pulse(ThisMorning, raised: [Yesterday], precision: new(0, 3)));
    }

    [Fact]
    public void A_flood_is_noise_unless_it_is_the_first_scans()
    {
        var flood = Enumerable.Repeat(ThisMorning, 101).ToArray();
        Assert.Equal(DetectorPulse.Steady, Pulse(ThisMorning, raised: flood));
        Assert.Equal(DetectorPulse.Noisy, Pulse(ThisMorning, raised: [.. flood, Now.AddDays(-10)]));
    }

    private static DetectorPulse Pulse(DateTimeOffset? ran, DateTimeOffset[] raised, bool behind = false, Precision precision = default) =>
        DetectorPulses.Of(Now, ran, behind, raised, precision);
}
