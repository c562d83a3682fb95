using System.Globalization;
using Tocsin.Core.Events;

namespace Tocsin.Core.Simulation;

/// <summary>Turns what was done into events as a platform would report them: ids in order of time, targets by id.</summary>
internal static class Publisher
{
    private static readonly DateTimeOffset Epoch = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static SimulatedPlatform Publish(World world, Chance chance)
    {
        // Stable: equal times keep the order in which behaviours acted.
        var drafts = world.Drafts.OrderBy(draft => draft.Time).ToList();
        var ids = NameAll(drafts, chance);
        var profiles = new Dictionary<Person, AccountProfile>();
        var events = drafts.ConvertAll(draft => ToEvent(draft, ids, Profile(draft.Author, profiles)));
        return new(events, TruthOf(world, drafts));
    }

    // After the 64-bit ids of X: milliseconds, then 22 bits that say nothing.
    private static Dictionary<Draft, string> NameAll(List<Draft> drafts, Chance chance)
    {
        var ids = new Dictionary<Draft, string>(drafts.Count);
        var last = 0L;
        foreach (var draft in drafts)
        {
            var stamp = (long)(draft.Time - Epoch).TotalMilliseconds << 22;
            last = Math.Max(stamp | (long)(chance.Next() >> 42), last + 1);
            ids[draft] = last.ToString(CultureInfo.InvariantCulture);
        }

        return ids;
    }

    private static IncomingEvent ToEvent(Draft draft, Dictionary<Draft, string> ids, AccountProfile author)
    {
        var target = draft.Target is null ? null : ids[draft.Target];
        return new(
            new Event
            {
                Platform = author.Platform,
                Id = ids[draft],
                AccountId = author.Id,
                Time = draft.Time,
                Kind = draft.Kind,
                Text = draft.Text,
                Language = draft.Text is null ? null : draft.Author.Language.Tag,
                TargetId = target,
            },
            author,
            Fields(draft, target));
    }

    private static List<Observable> Fields(Draft draft, string? target)
    {
        List<Observable> fields = [];
        if (target is not null) fields.Add(new(TargetKind(draft.Kind), target));
        if (draft.Media is not null) fields.Add(new(ObservableKind.Media, draft.Media));
        if (draft.Sound is not null) fields.Add(new(ObservableKind.Sound, draft.Sound));
        return fields;
    }

    private static ObservableKind TargetKind(EventKind kind) => kind switch
    {
        EventKind.Reply => ObservableKind.ReplyTarget,
        EventKind.Quote => ObservableKind.QuoteTarget,
        _ => ObservableKind.RepostTarget,
    };

    private static AccountProfile Profile(Person person, Dictionary<Person, AccountProfile> known)
    {
        if (known.TryGetValue(person, out var profile)) return profile;
        return known[person] = new AccountProfile
        {
            Platform = person.Platform,
            Id = person.Id,
            Handle = person.Handle,
            DisplayName = person.DisplayName,
            Bio = person.Bio,
            CreatedAt = person.CreatedAt,
            Followers = person.Followers,
            Following = person.Following,
        };
    }

    private static SimulatedTruth TruthOf(World world, List<Draft> drafts)
    {
        var posts = drafts.CountBy(draft => draft.Author).ToDictionary(pair => Account(pair.Key), pair => pair.Value);
        List<SimulatedAccount> Acting(Casting casting) => [.. casting.People.Select(Account).Where(posts.ContainsKey).Distinct()];
        var operations = world.Castings.Where(casting => casting.IsOperation);
        var groups = world.Castings.Where(casting => !casting.IsOperation);
        return new(
            [.. operations.Select(casting => new PlantedOperation(casting.Id, casting.Kind, Acting(casting), casting.Shielded))],
            [.. groups.Select(casting => new BenignGroup(casting.Id, casting.Kind, Acting(casting)))],
            posts);
    }

    private static SimulatedAccount Account(Person person) => new(person.Platform, person.Id);
}
