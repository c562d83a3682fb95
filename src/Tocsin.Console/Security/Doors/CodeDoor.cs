using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Tocsin.Casework;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Security.Doors;

/// <summary>The second step: a code from an authenticator app, or one of the recovery codes.</summary>
internal sealed class CodeDoor(UserManager<TocsinUser> users, PasswordDoor passwords, UsedCodes used, AuditLog audit)
{
    public async Task<bool> TryAsync(TocsinUser user, string code, HttpContext context)
    {
        if (user.Disabled is not null || await users.IsLockedOutAsync(user)) return false;
        var plain = Plain(code);
        if (await IsRightAsync(user, plain) || await IsRecoveryAsync(user, plain))
        {
            await users.ResetAccessFailedCountAsync(user);
            return true;
        }
        await passwords.NoteFailureAsync(user, context);
        return false;
    }

    /// <summary>Whether it is the code of now; each is good once, so that one seen over a shoulder is worth nothing.</summary>
    public async Task<bool> IsRightAsync(TocsinUser user, string code) =>
        await users.VerifyTwoFactorTokenAsync(user, TokenOptions.DefaultAuthenticatorProvider, Plain(code)) && used.IsFirstUse(user.Id, Plain(code));

    private async Task<bool> IsRecoveryAsync(TocsinUser user, string code)
    {
        if (!(await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded) return false;
        await audit.RecordAsync(Person.ActorOf(user), "person.recovery-code-used", Person.SubjectOf(user.Id), null, new { Left = await users.CountRecoveryCodesAsync(user) });
        return true;
    }

    /// <summary>People type blanks; recovery codes are compared as they were shown.</summary>
    private static string Plain(string code) => code.Replace(" ", "", StringComparison.Ordinal).Trim().ToUpperInvariant();
}

/// <summary>The codes that were taken lately; a code is valid for some minutes.</summary>
internal sealed class UsedCodes(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<(string Person, string Code), DateTimeOffset> _used = new();

    public bool IsFirstUse(string person, string code)
    {
        var now = clock.GetUtcNow();
        foreach (var (key, at) in _used)
        {
            if (at + Kept < now) _used.TryRemove(key, out _);
        }
        return _used.TryAdd((person, code), now);
    }
}
