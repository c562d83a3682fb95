using Tocsin.Core.Events;
using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation;

/// <summary>The world while it is being made: its people, what they have done so far, and who plays which part.</summary>
internal sealed class World
{
    private readonly Census _census;
    private readonly List<Person> _people;

    public World(SimulationOptions options, Chance chance)
    {
        Options = options;
        _census = new Census(options, chance.Fork("census"));
        _people = _census.Populate();
        News = new Newsstand(options, _census, chance.Fork("news"));
        _people.AddRange(News.Outlets.Select(outlet => outlet.Account));
    }

    public SimulationOptions Options { get; }
    public DateTimeOffset Start => Options.Start;
    public DateTimeOffset End => Options.Start.AddDays(Options.Days);
    public IReadOnlyList<Person> People => _people;
    public Newsstand News { get; }
    public List<Draft> Drafts { get; } = [];
    public List<Casting> Castings { get; } = [];

    /// <summary>
    /// People of no other part, neither silent nor never silent: those from whom a group can be made.
    /// </summary>
    /// <exception cref="Problem">The world is too small for what is planted in it.</exception>
    public List<Person> Recruit(string role, int count, string platform, string language, Chance chance)
    {
        var free = _people.Where(person => person is { Role: null, Rate: > 0.1 and < 5 } && person.Platform == platform && person.Language.Tag == language);
        var found = chance.Sample(free, count);
        if (found.Count < count)
            throw new Problem(
                $"{role} needs {count} people on {platform} who speak {language}, and {found.Count} are left",
                "simulation options", "simulate more accounts, or more events per day");
        foreach (var person in found) person.Role = role;
        return found;
    }

    /// <summary>People on the main platform who play no part and happen to come by; not taken for it.</summary>
    public List<Person> Passers(string language, int count, Chance chance) => chance.Sample(
        _people.Where(person => person is { Platform: Census.Plaza, Role: null, Rate: > 0.3 } && person.Language.Tag == language), count);

    /// <summary>An account on top of the population that does only what its behaviour says.</summary>
    public Person Appoint(string role, string handle, string displayName, string bio, Language language)
    {
        var person = _census.Make(Census.Plaza, language);
        (person.Handle, person.DisplayName, person.Bio) = (_census.Claim(handle), displayName, bio);
        (person.Role, person.Rate) = (role, 0);
        _people.Add(person);
        return person;
    }

    public string Claim(string handle) => _census.Claim(handle);

    /// <summary>A random moment of the world's days between two hours, UTC, leaving the last hours of the world free.</summary>
    public DateTimeOffset Moment(int fromHour, int untilHour, Chance chance) =>
        Start.AddDays(chance.Below(Options.Days)).AddHours(fromHour + (chance.Unit() * (untilHour - fromHour)));

    public Draft Post(Person author, DateTimeOffset time, string text, string? media = null) =>
        Record(new(author, time, EventKind.Post, text) { Media = media });

    public Draft Video(Person author, DateTimeOffset time, string caption, string sound) =>
        Record(new(author, time, EventKind.Video, caption) { Sound = sound });

    public Draft Repost(Person author, DateTimeOffset time, Draft target) =>
        Record(new(author, time, EventKind.Repost, text: null) { Target = target });

    public Draft Quote(Person author, DateTimeOffset time, Draft target, string text) =>
        Record(new(author, time, EventKind.Quote, text) { Target = target });

    /// <summary>A reply, which names whom it answers as platforms do.</summary>
    public Draft Reply(Person author, DateTimeOffset time, Draft target, string text) =>
        Record(new(author, time, EventKind.Reply, $"@{target.Author.Handle} {text}") { Target = target });

    // What would happen after the world's end does not happen.
    private Draft Record(Draft draft)
    {
        if (draft.Time < End) Drafts.Add(draft);
        return draft;
    }
}

/// <summary>Who plays a part: a planted operation (with what shields it from detection, if anything), or a benign group.</summary>
internal sealed record Casting(string Id, string Kind, bool IsOperation, IReadOnlyCollection<Person> People, string? Shielded = null);
