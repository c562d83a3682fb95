using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Operations;

/// <summary>A few seeders post, and the ring reposts within a minute or two, every time.</summary>
internal sealed record RepostRing : Operation
{
    public required int Seeders { get; init; }
    protected override string Kind => OperationKind.RepostRing;

    protected override void Act(World world, Crew crew, Chance chance)
    {
        var seeders = chance.Sample(crew.Members, Seeders);
        foreach (var start in Starts(world, chance))
        {
            var seeder = chance.Pick(seeders);
            var seed = world.Post(seeder, start, seeder.Language.Say("claim", Topic.Politics, chance).ToString());
            foreach (var (member, time) in crew.Join(start.AddSeconds(8)))
                if (member != seeder) world.Repost(member, time, seed);
        }
    }
}
