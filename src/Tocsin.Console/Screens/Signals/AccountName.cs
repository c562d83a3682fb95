using Tocsin.Core.Detection;

namespace Tocsin.Console.Screens.Signals;

/// <summary>What an account is called on the screen. Handles come from outside and may be of any length.</summary>
internal static class AccountName
{
    private const int Longest = 60;

    public static string Of(Member member) => Of(member.Handle, member.AccountId);

    public static string Of(string? handle, string id)
    {
        var name = string.IsNullOrEmpty(handle) ? id : $"@{handle}";
        return name.Length <= Longest ? name : string.Concat(name.AsSpan(0, Longest - 1), "…");
    }
}
