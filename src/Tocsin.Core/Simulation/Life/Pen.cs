using Tocsin.Core.Events;
using Tocsin.Core.Simulation.Speech;

namespace Tocsin.Core.Simulation.Life;

/// <summary>Writes what ordinary people write: small talk, opinions, shared articles, links of their own, hashtags, pictures.</summary>
internal sealed class Pen(World world, Chance chance)
{
    private const int Sounds = 400;
    private static readonly string[] Emoji = ["😂", "❤️", "🙏", "🔥", "😭", "✨", "🤔", "👏", "🎉", "😅", "💪", "☀️", "🙄", "💔"];
    private static readonly string[] Trackers = ["", "", "", "?utm_source=app", "?utm_source=share&utm_medium=social", "?fbclid=Iw{0:x}"];

    public Draft Original(Person person, DateTimeOffset time)
    {
        var topic = chance.PickEarly(person.Interests);
        if (person.Platform == Census.Reel)
            return world.Video(person, time, Caption(person, topic, time), $"sound{chance.PickEarly(Numbers)}");
        if (chance.Happens(0.08) && world.News.Seen(person.Language, time, chance) is { } article)
            return world.Post(person, time, Share(person, article));
        if (chance.Happens(0.04)) return world.Post(person, time, person.Language.Word("reaction", chance));
        return world.Post(person, time, Caption(person, topic, time), chance.Happens(0.08) ? FreshMedia() : null);
    }

    /// <summary>A reply: often only a reaction that thousands of others write word for word.</summary>
    public string Answer(Person person) => chance.Happens(0.35)
        ? Dress(person.Language.Word("reaction", chance))
        : Dress(person.Language.Say("reply", chance.PickEarly(person.Interests), chance).ToString());

    /// <summary>An article passed on: by the share button as it is, or with a word of one's own.</summary>
    public string Share(Person person, Article article)
    {
        var url = article.Url + string.Format(chance.Pick(Trackers), chance.Next());
        if (chance.Happens(0.45)) return $"{article.Headline} {url}";
        var comment = person.Language.Say(chance.Happens(0.5) ? "feel" : "reply", article.Topic, chance);
        return $"{Dress(comment.ToString())} {url}";
    }

    private static readonly string[] Numbers = [.. Enumerable.Range(1, Sounds).Select(number => number.ToString("d5"))];

    private string Caption(Person person, Topic topic, DateTimeOffset time)
    {
        var opinionated = topic is Topic.Politics or Topic.Money && chance.Happens(0.5);
        var text = person.Language.Say(opinionated ? "claim" : "pattern", topic, chance).ToString();
        if (chance.Happens(0.45)) text += " " + person.Language.Say("feel", topic, chance);
        text = Dress(text);
        if (chance.Happens(0.25)) text += " #" + chance.PickEarly(person.Language.Hashtags(topic));
        if (chance.Happens(0.05)) text += " #" + Trend(person.Language, time);
        return chance.Happens(0.06) ? $"{text} {OwnLink(person)}" : text;
    }

    private string Dress(string text) => chance.Happens(0.18) ? $"{text} {chance.Pick(Emoji)}" : text;

    // The city everyone talks about that day.
    private static string Trend(Language language, DateTimeOffset time) =>
        language.Word("city", time.DayOfYear * 7).Replace(" ", "", StringComparison.Ordinal);

    // Big sites under whose domain everybody links something else.
    private string OwnLink(Person person) => chance.Below(3) switch
    {
        0 => $"https://www.vidhub.example/watch?v={chance.Next():x}",
        1 => $"https://{person.Handle.Replace('_', '-').Replace('.', '-')}.blogspace.example/{chance.Between(1, 400)}",
        _ => $"https://pics.example/p/{chance.Next():x}",
    };

    private string FreshMedia() => chance.Happens(0.15) ? $"{Keys.Of(chance.PickEarly(Numbers)):x16}" : $"{chance.Next():x16}";
}
