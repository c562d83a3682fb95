using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Operations;

/// <summary>Members pass on every article of a few sites that hardly anybody else links, each with other words.</summary>
internal sealed record LinkFarm : Operation
{
    public required IReadOnlyList<string> Domains { get; init; }
    protected override string Kind => OperationKind.LinkFarm;

    protected override void Act(World world, Crew crew, Chance chance)
    {
        foreach (var start in Starts(world, chance))
        {
            var url = $"https://{chance.Pick(Domains)}/{start:yyyy/MM}/{chance.Between(10_000, 99_999)}";
            var topic = chance.Pick([Topic.Politics, Topic.Money]);
            var headline = crew.Members[0].Language.Say("headline", topic, chance);
            foreach (var (member, time) in crew.Join(start))
                world.Post(member, time, $"{headline.Rephrase(Evasion.Paraphrase, chance)} {url}");
        }
    }
}
