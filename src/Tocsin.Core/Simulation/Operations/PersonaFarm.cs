using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Operations;

/// <summary>
/// Personas with their own voices and one set of talking points. They hardly ever write the same string, but in the
/// open variant link the same pages and answer the same people at the same hours. With <see cref="SharesTargets"/>
/// off, only the points remain, and these everybody makes.
/// </summary>
internal sealed record PersonaFarm : Operation
{
    public bool SharesTargets { get; init; } = true;
    public required string Site { get; init; }
    protected override string Kind => OperationKind.PersonaFarm;

    protected override void Act(World world, Crew crew, Chance chance)
    {
        var marks = world.Passers(Language, 6, chance);
        foreach (var start in Starts(world, chance))
        {
            var point = crew.Members[0].Language.Say("claim", Topic.Politics, chance);
            var page = $"https://{Site}/report/{chance.Between(1, 60)}";
            var mark = chance.Pick(marks);
            var post = SharesTargets ? world.Post(mark, start, mark.Language.Say("claim", Topic.Politics, chance).ToString()) : null;
            foreach (var (member, time) in crew.Join(start.AddMinutes(2))) Speak(world, member, time, point, page, post, chance);
        }
    }

    private void Speak(World world, Person member, DateTimeOffset time, Utterance point, string page, Draft? post, Chance chance)
    {
        var text = point.Rephrase(Evasion.Paraphrase, chance).ToString();
        if (post is null) world.Post(member, time, text);
        else if (chance.Happens(0.5)) world.Post(member, time, $"{text} {page}");
        else world.Reply(member, time, post, text);
    }
}
