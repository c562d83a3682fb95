using System.Text;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Simulation;

namespace Tocsin.Bench.Large;

/// <summary>Writes down what happened in one hour: people by their rhythm, bursts, and the rings' acts.</summary>
internal sealed class Chronicle(IReadOnlyList<Citizen> citizens, IReadOnlyList<Burst> bursts, Act[] acts, ulong seed)
{
    private const int Domains = 6_000;
    private const int Stories = 400_000;

    /// <summary>The events of an hour in the order of time.</summary>
    public List<IncomingEvent> Hour(int hour, int events, long firstId)
    {
        var chance = new Chance(seed).Fork($"hour {hour}");
        var from = LargeWorkspace.Start.AddHours(hour);
        var text = new StringBuilder(256);
        var written = new List<(DateTimeOffset Time, Func<string, IncomingEvent> Event)>(events);
        foreach (var act in ActsWithin(from, from.AddHours(1)).Take(events))
            written.Add((act.Time, Carried(act, text, chance)));
        while (written.Count < events)
        {
            var time = from.AddMilliseconds(chance.Below(3_600_000));
            if (Someone(time, chance) is { } citizen)
                written.Add((time, Lived(citizen, time, text, chance)));
        }
        written.Sort((a, b) => a.Time.CompareTo(b.Time));
        return [.. written.Select((w, i) => ObservableExtractor.Enrich(w.Event($"e{firstId + i:D9}")))];
    }

    private IEnumerable<Act> ActsWithin(DateTimeOffset from, DateTimeOffset until)
    {
        var (low, high) = (0, acts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = acts[middle].Time < from ? (middle + 1, high) : (low, middle);
        }
        for (; low < acts.Length && acts[low].Time < until; low++)
            yield return acts[low];
    }

    // A few accounts do much, most do little; nobody acts asleep.
    private Citizen? Someone(DateTimeOffset time, Chance chance)
    {
        var citizen = citizens[(int)(citizens.Count * Math.Pow(chance.Unit(), 2.2))];
        return chance.Happens(citizen.Awake(time)) ? citizen : null;
    }

    private Func<string, IncomingEvent> Carried(Act act, StringBuilder text, Chance chance)
    {
        var author = citizens[act.Account];
        text.Clear();
        author.Tongue.Say(12, new Chance((ulong)act.Order.Words), text);
        author.Tongue.Say(1, chance, text);
        text.Append('#').Append(act.Order.Hashtag).Append(' ').Append(act.Order.Url);
        return Event(author, act.Time, EventKind.Post, text.ToString(), null);
    }

    private Func<string, IncomingEvent> Lived(Citizen author, DateTimeOffset time, StringBuilder text, Chance chance)
    {
        var kind = chance.Below(100) switch
        {
            < 8 => EventKind.Like,
            < 22 => EventKind.Repost,
            < 42 => EventKind.Reply,
            < 45 => EventKind.Quote,
            _ => EventKind.Post,
        };
        var target = kind == EventKind.Post ? null : $"e{chance.Below(Stories):D9}";
        return Event(author, time, kind, kind == EventKind.Like ? null : Said(author, time, text, chance), target);
    }

    private string Said(Citizen author, DateTimeOffset time, StringBuilder text, Chance chance)
    {
        text.Clear();
        author.Tongue.Say(chance.Between(4, 26), chance, text);
        if (bursts.FirstOrDefault(b => b.Tongue == author.Tongue && b.From <= time && time < b.Until) is { } burst && chance.Happens(burst.Share))
            return text.Append('#').Append(burst.Hashtag).Append(' ').Append(chance.Below(3) == 0 ? burst.Url : "").ToString();
        if (chance.Below(3) == 0)
            text.Append('#').Append(author.Tongue.Hashtag(chance)).Append(' ');
        if (chance.Below(4) == 0)
            text.Append("https://site").Append(Early(Domains, chance)).Append(".example/story/").Append(Early(Stories, chance)).Append(' ');
        if (chance.Below(6) == 0)
            text.Append('@').Append("friend_").Append(Early(100_000, chance)).Append(' ');
        if (chance.Below(400) == 0)
            text.Append("+44 20 7946 0").Append(chance.Between(100, 999)).Append(' ');
        if (chance.Below(1_000) == 0)
            text.Append("https://t.me/joinchat/Room").Append(Early(500, chance));
        return text.ToString();
    }

    private static int Early(int count, Chance chance) => (int)Math.Pow(count, chance.Unit()) - 1;

    private static Func<string, IncomingEvent> Event(Citizen author, DateTimeOffset time, EventKind kind, string? text, string? target) => id => new(
        new Event
        {
            Platform = author.Profile.Platform,
            Id = id,
            AccountId = author.Profile.Id,
            Time = time,
            Kind = kind,
            Text = text,
            Language = author.Tongue.Tag,
            TargetId = target,
        },
        author.Profile, Carried(author));

    private static List<Observable> Carried(Citizen author)
    {
        if (author.Device is null)
            return [];
        return [new(ObservableKind.Device, author.Device), new(ObservableKind.Ip, author.Ip!)];
    }
}
