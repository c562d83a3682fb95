using Tocsin.Console.Security.Access;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Screens.Account;

/// <summary>What each role may do, in a line.</summary>
internal static class RoleWords
{
    public static string Of(PersonRole role) => role switch
    {
        PersonRole.Viewer => L["Reads everything, changes nothing."],
        PersonRole.Analyst => L["Decides on signals, hunts, imports and scans."],
        PersonRole.Lead => L["Also decides about detectors and other people's work."],
        _ => L["Also decides who is here, and sees what everybody did."],
    };
}
