using Microsoft.Extensions.Localization;
using Tocsin.Console.Words;
using Tocsin.Core.Events;

namespace Tocsin.Console.Screens.Hunts;

/// <summary>What accounts do, in words.</summary>
internal static class EventWords
{
    public static string One(EventKind kind, IStringLocalizer<Strings> L) => kind switch
    {
        EventKind.Post => L["post"],
        EventKind.Reply => L["reply"],
        EventKind.Repost => L["repost"],
        EventKind.Quote => L["quote"],
        EventKind.Like => L["like"],
        EventKind.Follow => L["follow"],
        EventKind.Share => L["share"],
        EventKind.Message => L["message"],
        EventKind.Video => L["video"],
        _ => kind.ToString(),
    };
}
