namespace Tocsin.Core.Simulation.Life;

/// <summary>Journalists of one newspaper who pass its articles on, and say in their bios who pays them.</summary>
internal sealed record Newsroom(string Name, string Language, int Journalists) : IBehaviour
{
    public void Enact(World world, Chance chance)
    {
        var outlet = chance.Pick([.. world.News.Outlets.Where(outlet => outlet.Account.Role is null && outlet.Account.Language.Tag == Language)]);
        outlet.Account.Role = Name;
        var staff = world.Recruit(Name, Journalists, Census.Plaza, Language, chance);
        foreach (var person in staff)
            person.Bio = $"{chance.Pick(["Reporter", "Editor", "Correspondent", "Social desk"])}, {outlet.Name} · {outlet.Domain}";
        foreach (var article in world.News.Of(outlet))
            PassOn(world, article, world.Post(outlet.Account, article.Time.AddSeconds(20), article.ShareText), staff, chance);
        world.Castings.Add(new(Name, BenignKind.Newsroom, IsOperation: false, [outlet.Account, .. staff]));
    }

    private static void PassOn(World world, Article article, Draft report, List<Person> staff, Chance chance)
    {
        foreach (var person in staff.Where(_ => chance.Happens(0.3)))
        {
            var time = article.Time.AddMilliseconds(30_000 + chance.Exponential(15) * 60_000);
            if (chance.Happens(0.4)) world.Repost(person, time, report);
            else if (chance.Happens(0.5)) world.Post(person, time, article.ShareText);
            else world.Post(person, time, $"{person.Language.Say("reply", article.Topic, chance)} {article.Url}");
        }
    }
}

/// <summary>A party's candidates, who post the day's slogan and the campaign page from accounts that say so.</summary>
internal sealed record Party(string Name, string Language, string Title, string Domain, int Candidates) : IBehaviour
{
    private const int Slogans = 14;

    public void Enact(World world, Chance chance)
    {
        var candidates = world.Recruit(Name, Candidates, Census.Plaza, Language, chance);
        foreach (var person in candidates)
            person.Bio = $"{chance.Pick(["Candidate", "Councillor", "Volunteer", "Press team"])}, {Title} · {Domain}";
        var tag = Title.Replace(" ", "", StringComparison.Ordinal);
        for (var day = 0; day < Slogans; day++)
        {
            var time = world.Moment(8, 18, chance);
            var text = $"{candidates[0].Language.Word("slogan", chance)} https://{Domain}/plan/{chance.Between(1, 30)} #{tag}";
            foreach (var person in candidates.Where(_ => chance.Happens(0.6)))
                world.Post(person, time.AddMilliseconds(chance.Exponential(20) * 60_000), text);
        }

        world.Castings.Add(new(Name, BenignKind.Party, IsOperation: false, candidates));
    }
}
