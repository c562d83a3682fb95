using Microsoft.Extensions.Localization;
using Tocsin.Console.Layout.Reading;
using Tocsin.Console.Words;
using Tocsin.Core.Events;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>Observables as people read them: what kind, and a value that nothing opens.</summary>
internal static class ObservableWords
{
    private const int Long = 20;

    /// <summary>A value, marked by its kind: <c>#vote</c>, <c>@maria</c>, <c>evil[.]example</c>.</summary>
    public static string Value(ObservableKind kind, string value) => kind switch
    {
        ObservableKind.Hashtag => $"#{value}",
        ObservableKind.Mention => $"@{value}",
        ObservableKind.Url or ObservableKind.Domain or ObservableKind.Email => Defanging.Address(value),
        _ => value,
    };

    /// <summary>The same, shortened in the middle where both ends tell it apart.</summary>
    public static string Short(ObservableKind kind, string value) =>
        kind is ObservableKind.Text or ObservableKind.NearText && value.Length > 6 ? $"…{value[^6..]}"
        : kind is ObservableKind.Wallet or ObservableKind.Media or ObservableKind.Device && value.Length > Long
            ? $"{value[..8]}…{value[^6..]}"
            : Value(kind, value);

    public static string One(ObservableKind kind, IStringLocalizer<Strings> L) => kind switch
    {
        ObservableKind.Url => L["link"],
        ObservableKind.Domain => L["domain"],
        ObservableKind.Hashtag => L["hashtag"],
        ObservableKind.Mention => L["mention"],
        ObservableKind.Email => L["e-mail address"],
        ObservableKind.Phone => L["phone number"],
        ObservableKind.Wallet => L["wallet"],
        ObservableKind.Invite => L["invite link"],
        ObservableKind.Emoji => L["run of emoji"],
        ObservableKind.Media => L["picture or video"],
        ObservableKind.Sound => L["sound"],
        ObservableKind.Video => L["video"],
        ObservableKind.ReplyTarget => L["answered post"],
        ObservableKind.RepostTarget => L["reposted post"],
        ObservableKind.QuoteTarget => L["quoted post"],
        ObservableKind.Device => L["device"],
        ObservableKind.Ip => L["IP address"],
        ObservableKind.Text => L["same text"],
        ObservableKind.NearText => L["nearly the same text"],
        _ => L["object"],
    };

    public static string Many(ObservableKind kind, IStringLocalizer<Strings> L) => kind switch
    {
        ObservableKind.Url => L["Links"],
        ObservableKind.Domain => L["Domains"],
        ObservableKind.Hashtag => L["Hashtags"],
        ObservableKind.Mention => L["Mentions"],
        ObservableKind.Email => L["E-mail addresses"],
        ObservableKind.Phone => L["Phone numbers"],
        ObservableKind.Wallet => L["Wallets"],
        ObservableKind.Invite => L["Invite links"],
        ObservableKind.Emoji => L["Runs of emoji"],
        ObservableKind.Media => L["Pictures and videos"],
        ObservableKind.Sound => L["Sounds"],
        ObservableKind.Video => L["Videos"],
        ObservableKind.ReplyTarget => L["Answered posts"],
        ObservableKind.RepostTarget => L["Reposted posts"],
        ObservableKind.QuoteTarget => L["Quoted posts"],
        ObservableKind.Device => L["Devices"],
        ObservableKind.Ip => L["IP addresses"],
        ObservableKind.Text => L["Same texts"],
        ObservableKind.NearText => L["Nearly the same texts"],
        _ => L["Objects"],
    };

    /// <summary>The icon that stands for a kind; null where the value itself begins with its sign.</summary>
    public static string? Icon(ObservableKind kind) => kind switch
    {
        ObservableKind.Hashtag or ObservableKind.Mention => null,
        ObservableKind.Url or ObservableKind.Domain => "link",
        ObservableKind.Email => "mail",
        ObservableKind.Phone => "phone",
        ObservableKind.Wallet => "wallet",
        ObservableKind.Invite => "door-open",
        ObservableKind.Emoji => "smile",
        ObservableKind.Media or ObservableKind.Video => "image",
        ObservableKind.Sound => "music",
        ObservableKind.ReplyTarget => "reply",
        ObservableKind.RepostTarget => "repeat-2",
        ObservableKind.QuoteTarget => "quote",
        ObservableKind.Device or ObservableKind.Ip => "monitor",
        ObservableKind.Text or ObservableKind.NearText => "copy",
        _ => "box",
    };
}
