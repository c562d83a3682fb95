namespace Tocsin.Core.Events;

/// <summary>The kinds of value that events can share. Numbers are stored; never renumber.</summary>
public enum ObservableKind : byte
{
    Url = 1,
    Domain = 2,
    Hashtag = 3,
    Mention = 4,
    Email = 5,
    Phone = 6,
    Wallet = 7,
    Invite = 8,
    Emoji = 9,
    Media = 10,
    Sound = 11,
    Video = 12,
    ReplyTarget = 13,
    RepostTarget = 14,
    QuoteTarget = 15,
    Device = 16,
    Ip = 17,

    /// <summary>Fingerprint of the folded text: equal folded texts share it.</summary>
    Text = 18,

    /// <summary>Cluster of nearly equal texts; derived by a scan, not at import.</summary>
    NearText = 19,

    /// <summary>An object the source names without saying what it is (co-sharing files).</summary>
    Object = 20,
}

/// <summary>A value an event carries that other events can carry too, normalised for its kind.</summary>
public readonly record struct Observable(ObservableKind Kind, string Value);
