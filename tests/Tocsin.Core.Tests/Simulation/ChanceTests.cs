using Tocsin.Core.Simulation;

namespace Tocsin.Core.Tests.Simulation;

public class ChanceTests
{
    [Fact]
    public void The_stream_of_a_seed_never_changes()
    {
        // xoshiro256** seeded with four outputs of SplitMix64(42), computed with the authors' reference code.
        var chance = new Chance(42);

        ulong[] expected = [1546998764402558742, 6990951692964543102, 12544586762248559009];
        Assert.Equal(expected, expected.Select(_ => chance.Next()));
    }

    [Fact]
    public void A_fork_depends_on_its_name_and_not_on_what_was_drawn_before()
    {
        var (fresh, used) = (new Chance(5), new Chance(5));
        used.Next();

        Assert.Equal(fresh.Fork("a").Next(), used.Fork("a").Next());
        Assert.NotEqual(fresh.Fork("a").Next(), fresh.Fork("b").Next());
    }

    [Fact]
    public void Draws_have_the_mean_of_their_distribution()
    {
        var chance = new Chance(9);
        double Mean(Func<double> draw) => Enumerable.Range(0, 40_000).Average(_ => draw());

        Assert.Equal(0.5, Mean(chance.Unit), 0.01);
        Assert.Equal(4.5, Mean(() => chance.Below(10)), 0.1);
        Assert.Equal(3.0, Mean(() => chance.Exponential(3)), 0.1);
        Assert.Equal(2.0, Mean(() => chance.Poisson(2)), 0.05);
        Assert.Equal(80.0, Mean(() => chance.Poisson(80)), 0.3);
        Assert.Equal(Math.Exp(0.5), Mean(() => chance.LogNormal(1, 1)), 0.07);
        Assert.Equal(1.5, Mean(() => chance.Pareto(3)), 0.03);
    }

    [Fact]
    public void A_sample_holds_different_items_and_no_more_than_there_are()
    {
        var sample = new Chance(1).Sample(Enumerable.Range(0, 9), 4);

        Assert.Equal(4, sample.Distinct().Count());
        Assert.Equal(9, new Chance(1).Sample(Enumerable.Range(0, 9), 40).Count);
    }

    [Fact]
    public void Early_items_are_picked_most_and_all_of_them_sometimes()
    {
        var chance = new Chance(2);
        var picks = Enumerable.Range(0, 20_000).CountBy(_ => chance.PickEarly(["a", "b", "c", "d"])).ToDictionary();

        Assert.Equal(["a", "b", "c", "d"], picks.OrderByDescending(pick => pick.Value).Select(pick => pick.Key));
    }
}
