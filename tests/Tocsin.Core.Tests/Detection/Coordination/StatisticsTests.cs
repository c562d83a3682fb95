using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Detection.Coordination;

namespace Tocsin.Core.Tests.Detection.Coordination;

public class StatisticsTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(3, 0.2)]
    [InlineData(10, 4)]
    [InlineData(25, 3.5)]
    [InlineData(60, 40)]
    public void The_tail_equals_the_sum_of_the_probabilities(int count, double mean)
    {
        double term = Math.Exp(-mean), below = 0;
        for (var k = 0; k < count; k++)
        {
            below += term;
            term *= mean / (k + 1);
        }
        double above = 0;
        for (var k = count; k < count + 400; k++)
        {
            above += term;
            term *= mean / (k + 1);
        }
        Assert.Equal(1, below + above, 9);
        Assert.Equal(-Math.Log2(above), PoissonTail.Bits(count, mean), 6);
    }

    [Fact]
    public void A_count_at_or_below_the_mean_is_no_evidence() => Assert.Equal(0, PoissonTail.Bits(3, 3));

    [Fact]
    public void A_huge_count_stays_finite() => Assert.InRange(PoissonTail.Bits(1_000_000, 1e-9), 1e7, 1e9);

    [Fact]
    public void More_is_never_less_surprising() => Prop.ForAll(
        Gen.Choose(1, 500).Zip(Gen.Choose(1, 5000)).ToArbitrary(), pair =>
            PoissonTail.Bits(pair.Item1 + 1, pair.Item2 / 100.0) >= PoissonTail.Bits(pair.Item1, pair.Item2 / 100.0)).QuickCheckThrowOnFailure();

    [Fact]
    public void Benjamini_and_Hochberg_keep_what_their_paper_keeps()
    {
        double[] p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0];
        var bits = p.Select(value => -Math.Log2(value)).ToArray();   // section 3.2 of the paper: the four smallest are rejected at 0.05
        var threshold = FalseDiscovery.Threshold(bits, p.Length, 0.05);
        Assert.Equal(4, bits.Count(b => b >= threshold));
    }

    [Fact]
    public void Nothing_is_kept_when_nothing_stands_out() =>
        Assert.Equal(double.PositiveInfinity, FalseDiscovery.Threshold([1, 2, 3], 1000, 0.01));

    [Fact]
    public void Pure_chance_yields_hardly_any_discovery()
    {
        var random = new Random(5);
        var bits = Enumerable.Range(0, 100_000).Select(_ => -Math.Log2(1 - random.NextDouble())).ToArray();
        var threshold = FalseDiscovery.Threshold(bits, bits.Length, 0.01);
        Assert.True(bits.Count(b => b >= threshold) <= 2);
    }

    [Fact]
    public void A_timer_is_told_from_a_person()
    {
        var random = new Random(3);
        var timer = Enumerable.Range(0, 200).Select(i => (i * 3_600_000_000L) + random.Next(2_000_000)).ToArray();
        var person = Enumerable.Range(0, 200).Select(i => (i * 3_600_000_000L) + random.NextInt64(3_600_000_000)).ToArray();
        Assert.True(Clockwork.Of(timer) > 0.99);
        Assert.True(Clockwork.Of(person) < 0.3);
    }
}
