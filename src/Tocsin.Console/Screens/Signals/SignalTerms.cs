using Microsoft.Extensions.Localization;
using Tocsin.Console.Words;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Screens.Signals;

/// <summary>Machine names of a signal's parts, as people read them.</summary>
internal static class SignalTerms
{
    /// <summary>At this fit an innocent explanation stands.</summary>
    public const double Stands = 0.5;

    /// <summary>Names of kinds of observable, in the plural; written with underscores or without.</summary>
    public static string Kind(IStringLocalizer<Strings> L, string kind) => kind.Replace("_", "", StringComparison.Ordinal) switch
    {
        "url" => L["links"],
        "domain" => L["sites"],
        "hashtag" => L["hashtags"],
        "mention" => L["mentions"],
        "email" => L["e-mail addresses"],
        "phone" => L["phone numbers"],
        "wallet" => L["wallets"],
        "invite" => L["invite links"],
        "emoji" => L["emoji"],
        "media" => L["pictures and videos"],
        "sound" => L["sounds"],
        "video" => L["videos"],
        "replytarget" => L["replies"],
        "reposttarget" => L["reposts"],
        "quotetarget" => L["quotes"],
        "device" => L["devices"],
        "ip" => L["IP addresses"],
        "text" => L["texts"],
        "neartext" => L["near-equal texts"],
        _ => kind.Replace('_', ' '),
    };

    /// <summary>What accounts did with one value of a kind, to stand after their number.</summary>
    public static string Sharing(IStringLocalizer<Strings> L, string kind) => kind switch
    {
        "url" => L["shared the link"],
        "domain" => L["linked to"],
        "hashtag" => L["used the hashtag"],
        "mention" => L["mentioned"],
        "email" => L["gave the e-mail address"],
        "phone" => L["gave the phone number"],
        "wallet" => L["asked for money to"],
        "invite" => L["shared the invite link"],
        "emoji" => L["used the emoji"],
        "media" => L["posted the picture or video"],
        "sound" => L["used the sound"],
        "video" => L["shared the video"],
        "reply_target" => L["replied to the post"],
        "repost_target" => L["reposted"],
        "quote_target" => L["quoted the post"],
        "device" => L["acted from the device"],
        "ip" => L["acted from the address"],
        "text" or "near_text" => L["posted the same text"],
        _ => L["shared"],
    };

    public static string Benign(IStringLocalizer<Strings> L, string name) => name switch
    {
        "news_burst" => L["A burst of news"],
        "fandom" => L["Fans of the same thing"],
        "newsroom" => L["Staff of the same house"],
        "scheduled_bot" => L["Honest bots on a schedule"],
        "mutual_friends" => L["Friends who answer each other"],
        _ => name.Replace('_', ' '),
    };

    public static string Role(IStringLocalizer<Strings> L, Role role) => role switch
    {
        Core.Detection.Role.Seeder => L["seeder"],
        Core.Detection.Role.Amplifier => L["amplifier"],
        Core.Detection.Role.Bridge => L["bridge"],
        _ => L["member"],
    };

    public static string Change(IStringLocalizer<Strings> L, string what) => what switch
    {
        "raised" => L["Raised"],
        "grown" => L["Grew"],
        "shrunk" => L["Shrank"],
        "changed" => L["Changed"],
        "merged" => L["Merged"],
        "split" => L["Split"],
        "quiet" => L["Went quiet"],
        "reopened" => L["Reopened"],
        _ => what,
    };
}
