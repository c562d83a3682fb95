using Microsoft.AspNetCore.Identity;
using Tocsin.Casework;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Passwords;

/// <summary>
/// NIST SP 800-63B: length counts, what guessers try first is refused, and nothing else is asked for: no digits or signs by rule, no
/// change by date.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<TocsinUser>
{
    public const int MinLength = 12;
    public const int MaxLength = 128;

    public Task<IdentityResult> ValidateAsync(UserManager<TocsinUser> manager, TocsinUser user, string? password) =>
        Task.FromResult(Check(password ?? "", user) is { } problem
            ? IdentityResult.Failed(new IdentityError { Code = problem, Description = problem })
            : IdentityResult.Success);

    /// <summary>What is wrong with it, in words for the person; null when nothing is.</summary>
    public static string? Check(string password, TocsinUser user) => password.Length switch
    {
        < MinLength => L["A password has at least 12 characters."],
        > MaxLength => L["A password has at most 128 characters."],
        _ => CommonPasswords.Contains(password, ["tocsin", .. WordsOf(user.UserName ?? ""), .. WordsOf(user.DisplayName)]) ? L["That password is easy to guess. Take a few words that do not belong together."] : null,
    };

    private static string[] WordsOf(string name) => [name, .. name.Split(name.Where(c => !char.IsLetter(c)).Distinct().ToArray(), StringSplitOptions.RemoveEmptyEntries)];
}
