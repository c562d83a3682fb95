using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Operations;

/// <summary>The same personas on two platforms, under the same handles, pushing the same pages on both at once.</summary>
internal sealed record CrossPlatform : Operation
{
    public required string Site { get; init; }
    protected override string Kind => OperationKind.CrossPlatform;

    protected override List<Person> Raise(World world, Chance chance)
    {
        var here = world.Recruit(Name, Members / 2, Census.Plaza, Language, chance);
        var there = world.Recruit(Name, Members / 2, Census.Reel, Language, chance);
        foreach (var (first, second) in here.Zip(there))
            (second.Handle, second.DisplayName) = (first.Handle, first.DisplayName);
        return [.. here, .. there];
    }

    protected override void Act(World world, Crew crew, Chance chance)
    {
        foreach (var start in Starts(world, chance))
        {
            var page = $"https://{Site}/{chance.Between(1000, 9999)}";
            var point = crew.Members[0].Language.Say("claim", Topic.Politics, chance);
            foreach (var (member, time) in crew.Join(start))
            {
                var text = $"{point.Rephrase(Evasion.Paraphrase, chance)} {page}";
                if (member.Platform == Census.Reel) world.Video(member, time, text, $"sound{chance.Between(1, 400):d5}");
                else world.Post(member, time, text);
            }
        }
    }
}
