namespace Tocsin.Core.Simulation.Life;

/// <summary>
/// Something happens, and strangers share the same article within seconds and minutes of each other:
/// the sharpest innocent togetherness there is. Interest decays as 1/(t + 90 s) over three hours.
/// </summary>
internal sealed record NewsBurst(string Name, string Language, int Sharers) : IBehaviour
{
    private static readonly TimeSpan Attention = TimeSpan.FromHours(3);
    private const double HalfMinute = 90;

    public void Enact(World world, Chance chance)
    {
        var pen = new Pen(world, chance.Fork("pen"));
        var outlet = chance.Pick([.. world.News.Outlets.Where(outlet => outlet.Account.Language.Tag == Language)]);
        var article = Newsstand.Write(outlet, world.Moment(11, 21, chance), "breaking", chance);
        var report = world.Post(outlet.Account, article.Time, article.ShareText);
        var sharers = Audience(world, article, chance);
        foreach (var person in sharers)
        {
            var time = article.Time.AddMilliseconds(Delay(chance));
            if (chance.Happens(0.3)) world.Repost(person, time, report);
            else world.Post(person, time, pen.Share(person, article));
        }

        world.Castings.Add(new(Name, BenignKind.NewsBurst, IsOperation: false, [outlet.Account, .. sharers]));
    }

    // Those awake and talkative are likelier to be there; members of operations read the news as well.
    private List<Person> Audience(World world, Article article, Chance chance)
    {
        var possible = world.People
            .Where(person => person is { Platform: Census.Plaza, Rate: > 0 } && person.Language.Tag == Language).ToList();
        HashSet<Person> found = [];
        for (var tries = possible.Count * 20; tries > 0 && found.Count < Sharers; tries--)
        {
            var person = chance.Pick(possible);
            if (chance.Happens(Rhythm.Awake(person, article.Time) * person.Rate / (person.Rate + 1))) found.Add(person);
        }

        return [.. found.OrderBy(person => person.Index)];
    }

    // Inverse transform of the decay: the first minute brings about a tenth of all shares.
    private static double Delay(Chance chance) =>
        1000 * HalfMinute * (Math.Pow(1 + Attention.TotalSeconds / HalfMinute, chance.Unit()) - 1);
}
