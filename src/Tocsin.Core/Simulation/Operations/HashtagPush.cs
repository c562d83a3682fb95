using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Operations;

/// <summary>Members flood a hashtag for an hour or two to make it trend, in their own words.</summary>
internal sealed record HashtagPush : Operation
{
    public required IReadOnlyList<string> Hashtags { get; init; }

    /// <summary>Ordinary people who take the hashtag up during the next hours of each push.</summary>
    public int Bystanders { get; init; } = 25;

    /// <summary>Mean posts of a member who takes part in a push.</summary>
    public double PostsEach { get; init; } = 5;

    protected override string Kind => OperationKind.HashtagPush;

    protected override void Act(World world, Crew crew, Chance chance)
    {
        foreach (var start in Starts(world, chance))
        {
            var tags = chance.Sample(Hashtags, 2);
            JoinIn(world, start, tags, chance);
            foreach (var (member, first) in crew.Join(start))
            {
                var time = first;
                for (var posts = 1 + chance.Poisson(PostsEach - 1); posts > 0; posts--)
                {
                    var claim = member.Language.Say("claim", Topic.Politics, chance);
                    world.Post(member, time, chance.Happens(0.6) ? $"{claim} #{tags[0]} #{tags[1]}" : $"{claim} #{tags[0]}");
                    time = time.AddMilliseconds(60_000 + chance.Exponential(10) * 60_000);
                }
            }
        }
    }

    private void JoinIn(World world, DateTimeOffset start, List<string> tags, Chance chance)
    {
        foreach (var person in world.Passers(Language, Bystanders, chance))
        {
            var time = start.AddMilliseconds(chance.Exponential(3) * 3_600_000);
            var opinion = person.Language.Say(chance.Happens(0.5) ? "claim" : "reply", Topic.Politics, chance);
            world.Post(person, time, $"{opinion} #{chance.Pick(tags)}");
        }
    }
}
