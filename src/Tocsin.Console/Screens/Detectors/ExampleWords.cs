using Microsoft.Extensions.Localization;
using Tocsin.Console.Words;
using Tocsin.Core.Simulation;

namespace Tocsin.Console.Screens.Detectors;

/// <summary>What the simulated happenings are called.</summary>
internal static class ExampleWords
{
    public static string Name(string kind, IStringLocalizer<Strings> L) => kind switch
    {
        OperationKind.CopyPaste => L["Copy and paste."],
        OperationKind.LinkFarm => L["Link farm."],
        OperationKind.HashtagPush => L["Hashtag push."],
        OperationKind.RepostRing => L["Repost ring."],
        OperationKind.ReplyBrigade => L["Reply brigade."],
        OperationKind.PersonaFarm => L["Persona farm."],
        OperationKind.SlowDrip => L["Slow drip."],
        OperationKind.CrossPlatform => L["Across platforms."],
        OperationKind.ScamFunnel => L["Scam funnel."],
        BenignKind.NewsBurst => L["News burst."],
        BenignKind.LiveEvent => L["Live event."],
        BenignKind.Fandom => L["Fandom."],
        BenignKind.Newsroom => L["Newsroom."],
        BenignKind.Party => L["Party."],
        BenignKind.Bot => L["Declared bots."],
        BenignKind.Friends => L["Friends."],
        _ => kind,
    };
}
