using Tocsin.Core.Events;

namespace Tocsin.Console.Screens.Accounts;

/// <summary>What an account goes by.</summary>
internal static class AccountWords
{
    /// <summary>Handle, else name, else the platform's id.</summary>
    public static string Name(AccountProfile profile) => profile.Handle is { Length: > 0 } handle ? $"@{handle}"
        : profile.DisplayName is { Length: > 0 } name ? name
        : profile.Id;
}
