using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Operations;

/// <summary>Members fall upon a post of somebody they want to silence: hostile replies, each in its own words.</summary>
internal sealed record ReplyBrigade : Operation
{
    public required int Victims { get; init; }

    /// <summary>Ordinary people who answer each of those posts as well.</summary>
    public int Bystanders { get; init; } = 8;

    protected override string Kind => OperationKind.ReplyBrigade;

    protected override void Act(World world, Crew crew, Chance chance)
    {
        var victims = world.Passers(Language, Victims, chance);
        foreach (var start in Starts(world, chance))
        {
            var victim = chance.Pick(victims);
            var post = world.Post(victim, start, victim.Language.Say("claim", Topic.Politics, chance).ToString());
            foreach (var person in world.Passers(Language, Bystanders, chance))
            {
                var later = start.AddMinutes(chance.Exponential(90));
                world.Reply(person, later, post, person.Language.Say("reply", Topic.Politics, chance).ToString());
            }

            foreach (var (member, time) in crew.Join(start.AddMinutes(chance.Between(2, 40))))
                world.Reply(member, time, post, member.Language.Say("jeer", Topic.Politics, chance).ToString());
        }
    }
}
