using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation;

/// <summary>Makes people: who they are, where they live, how much they talk, what their account looks like.</summary>
internal sealed class Census(SimulationOptions options, Chance chance)
{
    /// <summary>The platform of posts, where most people are, and the platform of short videos.</summary>
    public const string Plaza = "plaza";
    public const string Reel = "reel";
    private const double ReelShare = 0.15;
    private const double LongestRate = 60;

    // Mean of (log-normal with sigma 0.8) × (Pareto with alpha 1.7): activity has a lognormal body and a power-law tail.
    private static readonly double MeanRate = Math.Exp(0.8 * 0.8 / 2) * (1.7 / 0.7);

    private readonly HashSet<string> _ids = [];
    private readonly HashSet<string> _handles = [];
    private int _count;

    public List<Person> Populate()
    {
        List<Person> people = [];
        foreach (var language in Language.All)
            for (var n = (int)(options.Accounts * language.Share); n > 0; n--)
                people.Add(Make(chance.Happens(ReelShare) ? Reel : Plaza, language));
        chance.Shuffle(people);
        Acquaint(people);
        return people;
    }

    public Person Make(string platform, Language language)
    {
        var given = chance.Below(int.MaxValue);
        var rate = Math.Min(LongestRate, options.EventsPerDay / MeanRate * chance.LogNormal(1, 0.8) * chance.Pareto(1.7));
        var age = Math.Min(3600, 20 + chance.Exponential(1000));
        return new Person
        {
            Index = _count++,
            Platform = platform,
            Id = FreshId(),
            Language = language,
            UtcOffset = chance.Pick(language.UtcOffsets),
            Chronotype = chance.Normal(0, 1.3),
            Rate = rate,
            Interests = [.. chance.Sample(Language.Topics, chance.Between(2, 4))],
            Handle = Claim(Handles.Draw(language, given, chance)),
            DisplayName = Handles.DisplayName(language, given, chance),
            Bio = chance.Happens(0.7) ? language.Say("bio", chance.Pick(Language.Topics), chance).ToString() : null,
            CreatedAt = options.Start.AddSeconds(-(long)(age * 86400)),
            Followers = (long)(20 * chance.LogNormal(1, 1.2) * chance.Pareto(1.1) * (1 + rate)),
            Following = (long)chance.LogNormal(180, 1),
        };
    }

    /// <summary>The handle itself, or with digits when somebody has it.</summary>
    public string Claim(string handle)
    {
        var free = handle;
        while (!_handles.Add(free)) free = handle + chance.Between(1, 9999);
        return free;
    }

    private string FreshId()
    {
        string id;
        do id = (100_000_000_000 + (long)(chance.Unit() * 899_999_999_999)).ToString();
        while (!_ids.Add(id));
        return id;
    }

    // Everyone follows a few people who speak the same language in the same place, preferably on the same subjects.
    private void Acquaint(List<Person> people)
    {
        foreach (var group in people.GroupBy(person => (person.Platform, person.Language)))
        {
            var members = group.ToList();
            foreach (var person in members)
                person.Circle = [.. Enumerable.Range(0, chance.Between(5, 15)).Select(_ => Likeable(person, members)).Distinct()];
        }
    }

    private Person Likeable(Person person, List<Person> members)
    {
        var found = chance.Pick(members);
        for (var tries = 0; tries < 3 && (found == person || !found.Interests.Contains(person.Interests[0])); tries++)
            found = chance.Pick(members);
        return found;
    }
}
