using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Detection.Evaluation;
using Tocsin.Core.Events;
using Tocsin.Core.Simulation;

namespace Tocsin.Core.Tests.Simulation;

public class SimulatorTests
{
    private static readonly Config FewTests = Config.QuickThrowOnFailure.WithMaxTest(4);
    private static readonly SimulatedPlatform Default = Simulator.Run(new());
    private static readonly SimulationOptions Small = new() { Accounts = SimulationOptions.FewestAccounts, Days = SimulationOptions.FewestDays };

    [Fact]
    public void The_default_world_is_large_enough_and_has_nine_kinds_of_operation_open_to_detection()
    {
        var world = Default;

        Assert.InRange(world.Events.Count, 60_000, 150_000);
        var open = world.Truth.Operations.Where(operation => operation.OpenToDetection).ToList();
        Assert.Equal(9, open.Select(operation => operation.Kind).Distinct().Count());
        Assert.Contains(world.Truth.Operations, operation => !operation.OpenToDetection);
        Assert.All(open, operation => Assert.InRange(operation.Accounts.Count, 8, 60));
    }

    [Fact]
    public void The_same_options_make_the_same_world_and_another_seed_makes_another() =>
        Check.One(FewTests, Prop.ForAll(Seeds(), seed =>
        {
            var options = Small with { Seed = seed };
            return Hash(options) == Hash(options) && Hash(options) != Hash(options with { Seed = seed + 1 });
        }));

    [Fact]
    public void Every_world_is_in_order_of_time_with_ids_and_accounts_that_fit_together() =>
        Check.One(FewTests, Prop.ForAll(Seeds(), seed =>
        {
            var options = Small with { Seed = seed };
            var world = Simulator.Run(options);
            Assert.Equal(world.Events.Count, world.Events.Select(e => e.Event.Key).Distinct().Count());
            Assert.All(world.Events, e =>
            {
                Assert.InRange(e.Event.Time, options.Start, options.Start.AddDays(options.Days));
                Assert.Equal(e.Event.AccountId, e.Author.Id);
            });
            Assert.Equal(world.Events.Select(e => e.Event.Time).Order(), world.Events.Select(e => e.Event.Time));
            Assert.Equal(world.Events.Count, world.Truth.Posts.Values.Sum());
        }));

    [Fact]
    public void What_is_replied_to_or_reposted_came_before_on_the_same_platform()
    {
        var world = Simulator.Run(Small);
        var byId = world.Events.ToDictionary(e => e.Event.Id, e => e.Event);

        foreach (var (reaction, _, fields) in world.Events.Where(e => e.Event.TargetId is not null))
        {
            var target = byId[reaction.TargetId!];
            Assert.True(target.Time <= reaction.Time, $"{reaction.Kind} at {reaction.Time:o} of {target.Time:o}");
            Assert.Equal(target.Platform, reaction.Platform);
            Assert.Contains(fields, field => field.Value == reaction.TargetId);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(2026)]
    public void Activity_and_popularity_have_heavy_tails(ulong seed)
    {
        var world = Simulator.Run(new() { Seed = seed });

        Assert.InRange(Hill(world.Truth.Posts.Values), 0.8, 2.5);
        Assert.InRange(Hill(world.Events.Where(e => e.Event.Kind == EventKind.Repost).CountBy(e => e.Event.TargetId!).Select(c => c.Value)), 1.0, 3.0);
    }

    [Fact]
    public void People_sleep_by_the_clock_of_where_they_live()
    {
        // All Japanese speakers live at UTC+9, all German speakers at UTC+1.
        foreach (var (language, offset) in new[] { ("ja", 9), ("de", 1) })
        {
            var hours = Default.Events.Where(e => e.Event.Language == language).CountBy(e => e.Event.Time.AddHours(offset).Hour).ToDictionary();
            var night = hours[3] + hours[4] + hours[5];
            var evening = hours[19] + hours[20] + hours[21];
            Assert.True(evening > 3 * night, $"{language}: {evening} in the evening, {night} at night");
        }
    }

    [Fact]
    public void Breaking_news_brings_many_strangers_to_one_link_within_the_first_minutes()
    {
        var world = Default;
        foreach (var burst in world.Truth.Groups.Where(group => group.Kind == BenignKind.NewsBurst))
        {
            var sharers = burst.Accounts.Select(account => account.Key).ToHashSet();
            var link = world.Events.Where(e => sharers.Contains(e.Event.AccountKey)).GroupBy(Article).Where(g => g.Key is not null).MaxBy(g => g.Count())!;
            var first = link.Min(e => e.Event.Time);
            Assert.True(link.Count(e => e.Event.Time - first < TimeSpan.FromMinutes(10)) > burst.Accounts.Count / 6);
        }
    }

    [Theory]
    [InlineData("id", 0.45, 0.55)]
    [InlineData("handle", 0.4, 0.6)]
    [InlineData("followers", 0.3, 0.7)]
    [InlineData("created", 0.3, 0.7)]
    [InlineData("posts", 0.5, 0.78)]
    [InlineData("text", 0.25, 0.78)]
    public void No_single_trait_of_an_account_gives_members_of_operations_away(string trait, double least, double most)
    {
        var members = Default.Truth.Operations.SelectMany(operation => operation.Accounts).Select(account => account.Key).ToHashSet();
        var traits = Default.Events.GroupBy(e => e.Event.AccountKey).Select(events => (Trait(trait, [.. events]), members.Contains(events.Key)));

        Assert.InRange(new Ranking([.. traits]).Auc(), least, most);
    }

    [Fact]
    public void Each_label_has_the_account_s_posts_and_one_row()
    {
        var truth = Simulator.Run(Small).Truth;
        var labels = truth.Labels();

        Assert.Equal(truth.Posts.Count, labels.Count);
        Assert.Equal(truth.Posts.Values.Sum(), labels.Sum(label => label.Posts));
        Assert.Equal(truth.Operations.Sum(operation => operation.Accounts.Count), labels.Count(label => label.Name == "io"));
    }

    [Fact]
    public void A_world_too_small_is_refused_with_the_least_that_will_do()
    {
        var problem = Assert.Throws<Problem>(() => Simulator.Run(new() { Days = 2 }));

        Assert.Contains("take at least 7", problem.Hint, StringComparison.Ordinal);
    }

    private static double Trait(string name, List<IncomingEvent> events) => name switch
    {
        "id" => double.Parse(events[0].Event.AccountId),
        "handle" => events[0].Author.Handle!.Length,
        "followers" => events[0].Author.Followers!.Value,
        "created" => events[0].Author.CreatedAt!.Value.ToUnixTimeSeconds(),
        "posts" => events.Count,
        _ => events.Average(e => e.Event.Text?.Length ?? 0),
    };

    private static Arbitrary<ulong> Seeds() => Gen.Choose(1, 1_000_000).Select(seed => (ulong)seed).ToArbitrary();

    private static ulong Hash(SimulationOptions options)
    {
        var world = Simulator.Run(options);
        return world.Events.Aggregate(0UL, (hash, e) => (hash * 31) ^ Keys.Of(string.Create(CultureInfo.InvariantCulture, $"{e}{string.Join(',', e.Observables)}")));
    }

    // The address up to its query, without what a client added.
    private static string? Article(IncomingEvent e) =>
        e.Event.Text is { } text && text.IndexOf("https://", StringComparison.Ordinal) is >= 0 and var at ? text[at..].Split(' ', '?')[0] : null;

    /// <summary>Hill's estimate of the exponent of the tail, from the largest 5 %.</summary>
    private static double Hill(IEnumerable<int> values)
    {
        var sorted = values.OrderDescending().ToArray();
        var k = sorted.Length / 20;
        return k / sorted.Take(k).Sum(value => Math.Log(value / (double)sorted[k]));
    }
}
