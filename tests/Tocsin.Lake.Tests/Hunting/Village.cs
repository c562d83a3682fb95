using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Events.Hunting;

namespace Tocsin.Lake.Tests.Hunting;

/// <summary>Small made-up lakes and hunts over them, with an oracle that looks at every event.</summary>
internal static class Village
{
    private static readonly string[] Pieces =
    [
        "cat", "Cat", "dog", "café", "cafe", "東京タワー", "京都", "東", "ไทยดี", "🔥", "🔥🚀💰", "#Climate", "#東京", "https://evil.com/a", "http://news.evil.com/b", "@maria",
        "catalogue", "don't", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "help@evil.com",
    ];

    private static readonly string[] Terms =
    [
        "cat", "dog", "cafe", "\"cat dog\"", "cata*", "東京", "京", "東", "タワー", "ไทย", "🔥", "don't", "#climate", "#東京", "domain:evil.com", "domain:news.evil.com",
        "url:https://evil.com/a", "mention:maria", "@Maria", "@maria2", "account:x:a1", "account:a2", "platform:x", "platform:y", "lang:pt", "lang:pt-br", "kind:reply",
        "kind:post", "reply_to:x:7", "email:help@evil.com", "emoji:🔥🚀💰", "wallet:1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "nothing", "evil",
    ];

    public static DateTimeOffset Start { get; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Gen<IncomingEvent[]> Events { get; } =
        Gen.Choose(0, 60).SelectMany(count => Gen.CollectToArray(Enumerable.Range(0, count).Select(Event)));

    /// <summary>Hunts of up to a few terms.</summary>
    public static Gen<string> Hunts { get; } = Gen.Choose(0, 3).SelectMany(Hunt);

    public static Gen<TimeRange?> Ranges { get; } =
        from whole in Gen.Elements(true, false, false)
        from start in Gen.Choose(-10, 110)
        from length in Gen.Choose(0, 90)
        select whole ? (TimeRange?)null : new TimeRange(Start.AddSeconds(start), Start.AddSeconds(start + length));

    /// <summary>What a hunt must find, newest first; of one second, the one written last first.</summary>
    public static IReadOnlyList<IncomingEvent> Found(IReadOnlyList<IncomingEvent> events, HuntQuery query, TimeRange? range) =>
        [.. events.DistinctBy(e => e.Event.Key).Select((e, place) => (e, place))
            .Where(at => range is not { } r || (r.From <= at.e.Event.Time && at.e.Event.Time < r.Until))
            .Where(at => query.Root is null || Holds(query.Root, at.e, events))
            .OrderByDescending(at => at.e.Event.Time).ThenByDescending(at => at.place).Select(at => at.e)];

    public static bool Holds(HuntNode node, IncomingEvent e, IReadOnlyList<IncomingEvent> all) => node switch
    {
        HuntNode.All and => and.Parts.All(part => Holds(part, e, all)),
        HuntNode.Any or => or.Parts.Any(part => Holds(part, e, all)),
        HuntNode.Not not => !Holds(not.Part, e, all),
        HuntNode.Words words => HuntQuery.Parse(words.Phrase ? $"\"{words.Text}\"" : words.Prefix ? words.Text + "*" : words.Text).Marks(e.Event.Text ?? "").Count > 0,
        HuntNode.Value value => e.Observables.Any(o => o.Kind == value.Kind && (o.Value == value.Text || o.Value == HuntValues.Alternative(value.Kind, value.Text))),
        HuntNode.By by => IsNamed(by.Account, e, all),
        HuntNode.On on => e.Event.Platform == on.Platform,
        HuntNode.In language => e.Event.Language?.ToLowerInvariant() is { } tag && (tag == language.Language || tag.StartsWith(language.Language + "-")),
        HuntNode.Does does => e.Event.Kind == does.Kind,
        _ => throw new NotSupportedException(),
    };

    private static bool IsNamed(string name, IncomingEvent e, IReadOnlyList<IncomingEvent> all) =>
        $"{e.Event.Platform}:{e.Event.AccountId}" == name || e.Event.AccountId == name
        || all.Any(other => other.Event.AccountKey == e.Event.AccountKey && string.Equals(other.Author.Handle, name, StringComparison.OrdinalIgnoreCase));

    private static Gen<IncomingEvent> Event(int number) =>
        from words in Gen.Choose(0, 5).SelectMany(count => Gen.CollectToArray(Enumerable.Range(0, count).Select(_ => Gen.Elements(Pieces))))
        from second in Gen.Choose(0, 100)
        from account in Gen.Choose(1, 4)
        from platform in Gen.Elements("x", "x", "y")
        from kind in Gen.Elements(EventKind.Post, EventKind.Post, EventKind.Reply, EventKind.Like)
        from language in Gen.Elements("pt", "pt-BR", "en", null)
        from again in Gen.Choose(0, 20)
        select ObservableExtractor.Enrich(new IncomingEvent(
            new Event
            {
                Platform = platform,
                Id = again == 0 ? "1" : $"{number}",
                AccountId = $"a{account}",
                Time = Start.AddSeconds(second),
                Kind = kind,
                Text = kind == EventKind.Like ? null : string.Join(' ', words),
                Language = language,
                TargetId = kind == EventKind.Reply ? $"{6 + (second % 3)}" : null,
            },
            new AccountProfile { Platform = platform, Id = $"a{account}", Handle = account == 3 ? null : account == 1 ? "Maria" : $"maria{account}" }, []));

    private static Gen<string> Hunt(int depth)
    {
        var term = Gen.Elements(Terms);
        if (depth == 0)
            return term;
        var inner = Hunt(depth - 1);
        return Gen.OneOf(
            term,
            inner.Two().Select(two => $"{two.Item1} {two.Item2}"),
            inner.Two().Select(two => $"({two.Item1} OR {two.Item2})"),
            inner.Select(one => $"-({one})"),
            inner.Two().Select(two => $"{two.Item1} -({two.Item2})"));
    }
}
