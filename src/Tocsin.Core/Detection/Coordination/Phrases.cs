using Tocsin.Core.Events;

namespace Tocsin.Core.Detection.Coordination;

/// <summary>Words for figures.</summary>
internal static class Phrases
{
    public static string Duration(double seconds) => seconds switch
    {
        < 1 => "under 1 s",
        < 120 => $"{seconds:F0} s",
        < 7200 => $"{seconds / 60:F0} min",
        < 172_800 => $"{seconds / 3600:F0} h",
        _ => $"{seconds / 86_400:F0} days",
    };

    public static string Count(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number:N0} {many}";

    /// <summary>What accounts did with values of a kind: verb, one, many.</summary>
    public static (string Verb, string One, string Many) Sharing(ObservableKind kind) => kind switch
    {
        ObservableKind.Hashtag => ("used", "hashtag", "hashtags"),
        ObservableKind.Text or ObservableKind.NearText => ("posted", "text", "texts"),
        ObservableKind.RepostTarget => ("reposted", "post", "posts"),
        ObservableKind.QuoteTarget => ("quoted", "post", "posts"),
        ObservableKind.ReplyTarget => ("replied to", "post", "posts"),
        ObservableKind.Url => ("shared", "link", "links"),
        ObservableKind.Domain => ("linked to", "site", "sites"),
        ObservableKind.Mention => ("mentioned", "account", "accounts"),
        ObservableKind.Media => ("posted", "picture or video", "pictures and videos"),
        ObservableKind.Sound => ("used", "sound", "sounds"),
        ObservableKind.Video => ("shared", "video", "videos"),
        ObservableKind.Wallet => ("asked for money to", "wallet", "wallets"),
        ObservableKind.Phone => ("gave", "phone number", "phone numbers"),
        ObservableKind.Email => ("gave", "e-mail address", "e-mail addresses"),
        ObservableKind.Invite => ("shared", "invite link", "invite links"),
        ObservableKind.Device => ("acted from", "device", "devices"),
        ObservableKind.Ip => ("acted from", "IP address", "IP addresses"),
        ObservableKind.Emoji => ("used", "run of emoji", "runs of emoji"),
        _ => ("shared", "object", "objects"),
    };
}
