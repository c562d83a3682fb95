namespace Tocsin.Core.Simulation.Life;

/// <summary>A match or a debate: for two hours strangers write about the same thing under the same hashtag.</summary>
internal sealed record LiveEvent(string Name, string Language, Speech.Topic Topic, string Hashtag, int Viewers) : IBehaviour
{
    public void Enact(World world, Chance chance)
    {
        var start = world.Moment(17, 20, chance);
        var viewers = chance.Sample(
            world.People.Where(person => person is { Platform: Census.Plaza, Rate: > 0.2 } && person.Language.Tag == Language), Viewers);
        foreach (var viewer in viewers)
            for (var posts = 1 + chance.Poisson(1.2); posts > 0; posts--)
                world.Post(viewer, start.AddMilliseconds(chance.Unit() * 7_200_000), Comment(viewer, chance));
        world.Castings.Add(new(Name, BenignKind.LiveEvent, IsOperation: false, viewers));
    }

    private string Comment(Person viewer, Chance chance) =>
        $"{viewer.Language.Say(chance.Happens(0.3) ? "feel" : "pattern", Topic, chance)} #{Hashtag}";
}
