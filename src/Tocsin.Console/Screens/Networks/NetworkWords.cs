using Microsoft.Extensions.Localization;
using Tocsin.Console.Words;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Screens.Networks;

/// <summary>Parts of a network, as people read them.</summary>
internal static class NetworkWords
{
    public static string State(IStringLocalizer<Strings> L, MemberState state) => state switch
    {
        MemberState.Included => L["included"],
        MemberState.Excluded => L["excluded"],
        MemberState.Outside => L["outside"],
        _ => L["member"],
    };

    public static string Role(IStringLocalizer<Strings> L, Role role) => role switch
    {
        Core.Detection.Role.Seeder => L["seeder"],
        Core.Detection.Role.Amplifier => L["amplifier"],
        Core.Detection.Role.Bridge => L["bridge"],
        _ => L["–"],
    };
}
