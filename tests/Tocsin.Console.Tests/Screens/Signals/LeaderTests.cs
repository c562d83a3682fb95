using Tocsin.Console.Screens.Signals;
using Tocsin.Core.Detection;
using Tocsin.Core.Events;

namespace Tocsin.Console.Tests.Screens.Signals;

public sealed class LeaderTests
{
    private static readonly Member One = Some.Member("1", "one"), Two = Some.Member("2", "two"), Three = Some.Member("3", "three");

    [Fact]
    public void Whoever_acts_first_most_often_leads()
    {
        var leaders = Leaders(Tie(One, Two, acts: 10, leads: 0.9), Tie(Three, One, acts: 10, leads: 0.2));
        Assert.Equal([One], leaders.Select(leader => leader.Member));
        Assert.Equal(17, leaders[0].First, 6);
        Assert.Equal(20, leaders[0].Acts);
    }

    [Fact]
    public void A_handful_of_acts_makes_no_leader() => Assert.Empty(Leaders(Tie(One, Two, acts: 4, leads: 1)));

    [Fact]
    public void Nobody_leads_when_turns_are_even() => Assert.Empty(Leaders(Tie(One, Two, acts: 100, leads: 0.5)));

    [Fact]
    public void Those_the_whole_network_shows_as_seeders_come_first()
    {
        var seeder = Three with { Role = Role.Seeder };
        var leaders = Leader.Of(
            Some.Signal() with { Members = [One, Two, seeder], Ties = [Tie(One, Two, acts: 50, leads: 0.9), Tie(seeder, Two, acts: 10, leads: 0.7)] }, 5);
        Assert.Equal([seeder, One], leaders.Select(leader => leader.Member));
    }

    private static IReadOnlyList<Leader> Leaders(params Tie[] ties) => Leader.Of(Some.Signal() with { Members = [One, Two, Three], Ties = ties }, 5);

    private static Tie Tie(Member a, Member b, int acts, double leads) =>
        new(a.Account, b.Account, 20, leads, [new TieKind(ObservableKind.Url, acts, 0.1, 10, 5), new TieKind(ObservableKind.Domain, acts - 1, 0.1, 10, 5)]);
}
