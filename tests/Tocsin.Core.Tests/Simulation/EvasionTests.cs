using Tocsin.Core.Events;
using Tocsin.Core.Simulation;
using Tocsin.Core.Simulation.Life;
using Tocsin.Core.Simulation.Operations;
using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Tests.Simulation;

public class EvasionTests
{
    private static readonly Evasion Careless = new() { JitterSeconds = 30, Turnout = 1, Cover = 1, Paraphrase = 0 };

    [Fact]
    public void A_careless_operation_repeats_one_text_within_minutes()
    {
        var actions = Posted(Careless);

        Assert.Equal(10, actions.CountBy(e => Core(e.Event.Text!)).Count(text => text.Value == 20));
    }

    [Fact]
    public void Turnout_thins_out_who_takes_part() =>
        Assert.InRange(Posted(Careless with { Turnout = 0.3 }).Count / 200.0, 0.2, 0.4);

    [Fact]
    public void Jitter_stretches_the_time_between_members()
    {
        var quick = Spread(Posted(Careless));
        var slow = Spread(Posted(Careless with { JitterSeconds = 3000 }));

        Assert.InRange(slow / quick, 30, 300);
    }

    [Fact]
    public void Paraphrase_leaves_no_text_that_many_share()
    {
        var texts = Posted(Careless with { Paraphrase = 1 }).CountBy(e => Core(e.Event.Text!));

        Assert.All(texts, text => Assert.InRange(text.Value, 1, 4));
    }

    [Fact]
    public void Without_cover_members_do_nothing_else()
    {
        var world = Run(Careless with { Cover = 0 });
        var operation = world.Truth.Operations.Single();

        Assert.Equal(200, operation.Accounts.Sum(account => world.Truth.Posts[account]));
    }

    [Fact]
    public void A_paraphrase_keeps_what_it_is_about()
    {
        var chance = new Chance(3);
        foreach (var language in Language.All)
        {
            var said = language.Say("claim", Topic.Politics, chance);
            var subject = language.Stock("what", Topic.Politics).Single(what => Speaks(said, what));
            Assert.All(Enumerable.Range(0, 50), _ => Assert.True(Speaks(said.Rephrase(1, chance), subject)));
        }
    }

    private static bool Speaks(Utterance utterance, string of) => utterance.ToString().Contains(of, StringComparison.OrdinalIgnoreCase);

    // Without hashtag and ending, which vary even where the words do not.
    private static string Core(string text) => text.Split('#')[0].Replace(" RT", "", StringComparison.Ordinal).TrimEnd("👇! .".ToCharArray());

    private static double Spread(List<IncomingEvent> actions)
    {
        var gaps = actions.GroupBy(e => Core(e.Event.Text!)).Select(group => (group.Max(e => e.Event.Time) - group.Min(e => e.Event.Time)).TotalSeconds);
        return gaps.Average();
    }

    private static List<IncomingEvent> Posted(Evasion evasion)
    {
        var world = Run(evasion with { Cover = 0 });
        var members = world.Truth.Operations.Single().Accounts.Select(account => account.Key).ToHashSet();
        return [.. world.Events.Where(e => members.Contains(e.Event.AccountKey))];
    }

    private static SimulatedPlatform Run(Evasion evasion) => Simulator.Run(
        new() { Accounts = SimulationOptions.FewestAccounts, Days = SimulationOptions.FewestDays },
        [new CopyPaste { Name = "op", Members = 20, Actions = 10, Topic = Topic.Politics, Evasion = evasion }, new OrganicLife()]);
}
