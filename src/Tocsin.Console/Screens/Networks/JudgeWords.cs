using Microsoft.Extensions.Localization;
using Tocsin.Casework;
using Tocsin.Console.Words;

namespace Tocsin.Console.Screens.Networks;

/// <summary>What kept a decision about accounts from being written.</summary>
internal static class JudgeWords
{
    public static string Headline(IStringLocalizer<Strings> L, ConflictException conflict) => conflict switch
    {
        { Kind: ConflictKind.Held } => string.Format(L["{0} works on it right now."], conflict.Current?.HeldByName),
        { Changes: [.., var last] } => string.Format(L["{0} was there first."], last.ActorName),
        _ => L["Somebody was there first."],
    };
}
