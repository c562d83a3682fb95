using Tocsin.Core.Detection;

namespace Tocsin.Core.Tests.Detection.Coordination;

public class SignalMatcherTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Tuesday = Monday.AddDays(1);

    [Fact]
    public void The_first_sight_raises_a_signal()
    {
        var outcome = Match([], [Network("N-A", 1..10)]);
        Assert.Equal((1, 0), (outcome.New, outcome.Updated));
        Assert.Equal("raised", outcome.Changed.Single().History.Single().What);
    }

    [Fact]
    public void The_same_network_again_changes_nothing()
    {
        var known = Network("N-A", 1..10);
        var outcome = Match([known], [Network("N-A", 1..10)]);
        Assert.Empty(outcome.Changed);
        Assert.Same(known, outcome.Current.Single());
    }

    [Theory]
    [InlineData(1, 14, "grown")]
    [InlineData(1, 8, "shrunk")]
    public void A_network_that_grew_or_shrank_keeps_its_id(int from, int until, string change)
    {
        var outcome = Match([Network("N-A", 1..10)], [Network("N-B", from..until)]);
        var signal = Assert.Single(outcome.Changed);
        Assert.Equal(("N-A", Monday, Tuesday, change), (signal.Id, signal.Raised, signal.Updated, signal.History[^1].What));
        Assert.Equal("N-A", outcome.Ids["N-B"]);
        Assert.Equal((0, 1), (outcome.New, outcome.Updated));
    }

    [Fact]
    public void Two_that_become_one_are_merged()
    {
        var outcome = Match([Network("N-A", 1..10), Network("N-B", 10..16)], [Network("N-C", 1..16)]);
        var heir = outcome.Current.Single();
        Assert.Equal(("N-A", "merged"), (heir.Id, heir.History.First(change => change.What == "merged").What));
        var gone = outcome.Changed.Single(signal => !signal.Active);
        Assert.Equal(("N-B", "Merged into N-A."), (gone.Id, gone.History[^1].Sentence));
    }

    [Fact]
    public void One_that_becomes_two_is_split()
    {
        var outcome = Match([Network("N-A", 1..16)], [Network("N-C", 1..10), Network("N-D", 10..16)]);
        Assert.Equal(["N-A", "N-D"], outcome.Current.Select(signal => signal.Id));
        Assert.Equal(("split", "Split from N-A with 6 accounts."), (outcome.Current[1].History[0].What, outcome.Current[1].History[0].Sentence));
    }

    [Fact]
    public void One_that_is_gone_goes_quiet_but_only_when_the_scan_covered_its_time()
    {
        var quiet = Match([Network("N-A", 1..10)], []).Changed.Single();
        Assert.False(quiet.Active);
        Assert.Equal("quiet", quiet.History[^1].What);
        Assert.Empty(SignalMatcher.Match([Network("N-A", 1..10)], [], Tuesday, _ => false).Changed);
    }

    [Fact]
    public void Strangers_that_share_a_few_accounts_stay_apart()
    {
        var outcome = Match([Network("N-A", 1..10)], [Network("N-B", 7..20)]);
        Assert.Equal(1, outcome.New);
        Assert.Equal(["N-B"], outcome.Current.Select(signal => signal.Id));
    }

    private static SignalMatcher.Outcome Match(Signal[] earlier, Signal[] found) => SignalMatcher.Match(earlier, found, Tuesday, _ => true);

    private static Signal Network(string id, Range accounts) => new()
    {
        Id = id,
        Kind = "network",
        Detector = "coordination",
        Score = 80,
        Probability = 0.9,
        Claim = "Accounts act together.",
        First = Monday,
        Last = Monday,
        Raised = Monday,
        Updated = Monday,
        Members = [.. Enumerable.Range(accounts.Start.Value, accounts.End.Value - accounts.Start.Value)
            .Select(n => new Member((ulong)n, "p", $"a{n}", null, Role.Member, 30, 1))],
    };
}
