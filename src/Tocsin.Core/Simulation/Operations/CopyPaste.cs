using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Operations;

/// <summary>One text, many mouths: members post an agreed message word for word, or nearly so.</summary>
internal sealed record CopyPaste : Operation
{
    private static readonly string[] Endings = ["", "", "", "!", "!!", " 👇", " RT", "."];

    public required Topic Topic { get; init; }
    protected override string Kind => OperationKind.CopyPaste;

    protected override void Act(World world, Crew crew, Chance chance)
    {
        foreach (var start in Starts(world, chance))
        {
            var message = crew.Members[0].Language.Say("claim", Topic, chance);
            var tag = chance.Pick(crew.Members[0].Language.Hashtags(Topic));
            foreach (var (member, time) in crew.Join(start))
                world.Post(member, time, $"{message.Rephrase(Evasion.Paraphrase, chance)}{chance.Pick(Endings)} #{tag}");
        }
    }
}
