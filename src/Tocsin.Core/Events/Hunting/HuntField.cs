using System.Collections.Frozen;

namespace Tocsin.Core.Events.Hunting;

/// <summary>A word before a colon that a hunt may ask by.</summary>
/// <param name="Name">As it is written, without the colon.</param>
/// <param name="Title">What it finds, for people.</param>
/// <param name="Example">A term that uses it.</param>
/// <param name="Kind">The kind of value it asks for; null for those that ask about the event itself.</param>
public sealed record HuntField(string Name, string Title, string Example, ObservableKind? Kind)
{
    private static readonly FrozenDictionary<string, HuntField> ByName =
        List().ToFrozenDictionary(field => field.Name, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<ObservableKind, HuntField> ByKind =
        List().Where(field => field.Kind is not null).ToFrozenDictionary(field => field.Kind!.Value);

    /// <summary>All of them, in the order in which they are listed to people.</summary>
    public static IReadOnlyList<HuntField> All { get; } = [.. List()];

    public static HuntField? Named(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The field that asks for values of a kind.</summary>
    public static HuntField Of(ObservableKind kind) => ByKind[kind];

    private static IEnumerable<HuntField> List() =>
    [
        new("account", "who acted: handle, id, or platform:id", "account:@maria", null),
        new("platform", "where it happened", "platform:x", null),
        new("lang", "language tag of the text", "lang:pt", null),
        new("kind", "post, reply, repost, quote, like, follow, share, message or video", "kind:reply", null),
        new("hashtag", "hashtag", "hashtag:climate", ObservableKind.Hashtag),
        new("domain", "domain that a link leads to", "domain:example.com", ObservableKind.Domain),
        new("url", "link", "url:https://example.com/story", ObservableKind.Url),
        new("mention", "account that is mentioned", "mention:maria", ObservableKind.Mention),
        new("email", "e-mail address", "email:help@example.com", ObservableKind.Email),
        new("phone", "telephone number", "phone:\"+44 20 7946 0958\"", ObservableKind.Phone),
        new("wallet", "wallet address", "wallet:1BoatSLRHtKNngkdXEeobR76b53LETtpyT", ObservableKind.Wallet),
        new("invite", "invitation to a closed group", "invite:telegram:AAAAAEkk2WdoDrB4", ObservableKind.Invite),
        new("media", "picture or video by its hash or id", "media:0f1e2d3c", ObservableKind.Media),
        new("sound", "sound by its id", "sound:7016547803243022337", ObservableKind.Sound),
        new("video", "video by its id", "video:7016547803243022337", ObservableKind.Video),
        new("emoji", "run of emoji", "emoji:🚀💰🔥", ObservableKind.Emoji),
        new("reply_to", "what is replied to", "reply_to:x:1234567890", ObservableKind.ReplyTarget),
        new("repost_of", "what is reposted", "repost_of:x:1234567890", ObservableKind.RepostTarget),
        new("quote_of", "what is quoted", "quote_of:x:1234567890", ObservableKind.QuoteTarget),
        new("device", "device", "device:4f2a9c", ObservableKind.Device),
        new("ip", "internet address", "ip:203.0.113.7", ObservableKind.Ip),
        new("object", "object that a source names", "object:12345", ObservableKind.Object),
        new("same_text", "fingerprint of a text: equal texts share it", "same_text:9f86d081884c7d65", ObservableKind.Text),
        new("near_text", "cluster of nearly equal texts, made by a scan", "near_text:9f86d081884c7d65", ObservableKind.NearText),
    ];
}
