using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Life;

/// <summary>
/// What everybody does all day, members of operations too: posts, replies, reposts and quotes in sessions of a few
/// events, by each person's clock and interests. Must be enacted last: it also reacts to what others have posted.
/// </summary>
internal sealed class OrganicLife : IBehaviour
{
    private const double EventsPerSession = 1.8;
    private const double MinutesBetween = 4;
    private readonly Dictionary<(string Platform, Language Language), Timeline> _timelines = [];
    private readonly Dictionary<Person, Draft> _latest = [];
    private readonly HashSet<(Person Reader, Draft Post)> _reposted = [];

    public string Name => "organic-life";

    public void Enact(World world, Chance chance)
    {
        var pens = new Pen(world, chance.Fork("pen"));
        var others = new Queue<Draft>(world.Drafts.OrderBy(draft => draft.Time));
        foreach (var (time, person) in Slots(world, chance))
        {
            while (others.TryPeek(out var next) && next.Time < time) See(others.Dequeue());
            See(Act(world, person, time, pens, chance));
        }
    }

    private static IEnumerable<(DateTimeOffset Time, Person Person)> Slots(World world, Chance chance)
    {
        List<(DateTimeOffset Time, Person Person)> slots = [];
        foreach (var person in world.People.Where(person => person.Rate > 0))
            for (var left = chance.Poisson(person.Rate * world.Options.Days); left > 0;)
                left -= Session(world, person, left, slots, chance);
        return slots.Where(slot => slot.Time < world.End).OrderBy(slot => slot.Time);
    }

    private static int Session(World world, Person person, int most, List<(DateTimeOffset, Person)> slots, Chance chance)
    {
        var time = Rhythm.Moment(person, world.Options, chance);
        var count = 0;
        do
        {
            slots.Add((time, person));
            time = time.AddMilliseconds((long)(chance.Exponential(MinutesBetween) * 60_000) + 2000);
        }
        while (++count < most && chance.Happens(1 - 1 / EventsPerSession));
        return count;
    }

    private void See(Draft draft)
    {
        var place = (draft.Author.Platform, draft.Author.Language);
        if (!_timelines.TryGetValue(place, out var timeline)) _timelines[place] = timeline = new();
        timeline.Add(draft);
        if (draft.IsOriginal) _latest[draft.Author] = draft;
    }

    private Draft Act(World world, Person person, DateTimeOffset time, Pen pen, Chance chance)
    {
        var mood = chance.Unit();
        if (mood < 0.46 || Find(person, time, chance) is not { } target) return pen.Original(person, time);
        if (mood < 0.66) return world.Reply(person, time, target, pen.Answer(person));
        if (mood < 0.72) return world.Quote(person, time, target, pen.Answer(person));
        return _reposted.Add((person, target)) ? world.Repost(person, time, target) : pen.Original(person, time);
    }

    private Draft? Find(Person person, DateTimeOffset time, Chance chance)
    {
        if (person.Circle.Count > 0 && chance.Happens(person.Loyalty)
            && _latest.TryGetValue(chance.Pick(person.Circle), out var post) && post.Author != person
            && time - post.Time < TimeSpan.FromDays(1))
            return post;
        return _timelines.TryGetValue((person.Platform, person.Language), out var timeline) ? timeline.Popular(person, time, chance) : null;
    }
}
