using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Life;

/// <summary>
/// Fans who act together in the open: listening parties under one hashtag, a birthday project with an agreed text at
/// an agreed minute, and reposts of the idol as soon as there is something to repost.
/// </summary>
internal sealed record Fandom(string Name, string Language, string Idol, string Birthday, int Fans) : IBehaviour
{
    private const int ListeningParties = 3;
    private const int IdolPosts = 12;

    public void Enact(World world, Chance chance)
    {
        var fans = world.Recruit(Name, Fans, Census.Plaza, Language, chance);
        var idol = world.Appoint(Name, Idol.ToLowerInvariant(), Idol, $"{Idol} · official", fans[0].Language);
        idol.Followers = 2_000_000;
        foreach (var fan in fans) Declare(fan, fans, chance);
        for (var party = 0; party < ListeningParties; party++) Listen(world, fans, world.Moment(18, 21, chance), chance);
        for (var post = 0; post < IdolPosts; post++) Follow(world, idol, fans, world.Moment(10, 22, chance), chance);
        Congratulate(world, fans, world.Moment(15, 16, chance), chance);
        world.Castings.Add(new(Name, BenignKind.Fandom, IsOperation: false, [idol, .. fans]));
    }

    private void Declare(Person fan, List<Person> fans, Chance chance)
    {
        var devotion = chance.Pick(["fan account", "stan", "here for", "bias:", "since day one:"]);
        fan.Bio = $"{devotion} {Idol} {chance.Pick(["💜", "🌟", "🎤", "🫶"])} {fan.Bio}";
        fan.Circle = [.. fan.Circle, .. chance.Sample(fans.Where(other => other != fan), 8)];
    }

    private void Listen(World world, List<Person> fans, DateTimeOffset start, Chance chance)
    {
        foreach (var fan in fans.Where(_ => chance.Happens(0.7)))
            for (var posts = 1 + chance.Poisson(2); posts > 0; posts--)
            {
                var text = fan.Language.Say("pattern", Topic.Music, chance);
                world.Post(fan, start.AddHours(chance.Unit()), $"{text} #{Idol}Party #{Idol}");
            }
    }

    private static void Follow(World world, Person idol, List<Person> fans, DateTimeOffset time, Chance chance)
    {
        var post = world.Post(idol, time, idol.Language.Say("pattern", Topic.Music, chance).ToString(), $"{chance.Next():x16}");
        foreach (var fan in fans.Where(_ => chance.Happens(0.5)))
            world.Repost(fan, time.AddMilliseconds(chance.LogNormal(20, 1.3) * 60_000), post);
    }

    private void Congratulate(World world, List<Person> fans, DateTimeOffset noon, Chance chance)
    {
        foreach (var fan in fans.Where(_ => chance.Happens(0.8)))
        {
            var text = $"{Birthday} #HappyBirthday{Idol} #{Idol} {chance.Pick(["💜", "🎂", "✨", ""])}";
            world.Post(fan, noon.AddMinutes(chance.Exponential(6)), text.TrimEnd());
        }
    }
}
