using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Tocsin.Casework;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Security.Doors;

internal enum DoorAnswer
{
    Refused,
    CodeNeeded,
    Open,
}

/// <summary>
/// A name and a password. An unknown name, a wrong password, a locked or deactivated account: the same work and the same
/// answer, after the same time, so that nobody learns who has an account here.
/// </summary>
internal sealed class PasswordDoor(UserManager<TocsinUser> users, IPasswordHasher<TocsinUser> hasher, AuditLog audit, TimeProvider clock)
{
    /// <summary>What a refusal takes at least: more than finding, hashing and writing down do.</summary>
    private static readonly TimeSpan RefusalTime = TimeSpan.FromMilliseconds(500);

    private static readonly TocsinUser Nobody = new() { UserName = "" };
    private static string? _hashOfNobody;

    public async Task<(DoorAnswer Answer, TocsinUser? User)> TryAsync(string name, string password, HttpContext context)
    {
        var started = clock.GetTimestamp();
        var user = await users.FindByNameAsync(name) ?? await users.FindByEmailAsync(name);
        var right = IsRight(user, password);
        if (user is not null && right && user.Disabled is null && !await users.IsLockedOutAsync(user))
        {
            if (user.TwoFactorEnabled) return (DoorAnswer.CodeNeeded, user);
            await users.ResetAccessFailedCountAsync(user);
            return (DoorAnswer.Open, user);
        }
        if (user is not null && !right) await NoteFailureAsync(user, context);
        await PassTimeAsync(started);
        return (DoorAnswer.Refused, null);
    }

    /// <summary>A wrong proof counts against the account, and is written down.</summary>
    public async Task NoteFailureAsync(TocsinUser user, HttpContext context)
    {
        await users.AccessFailedAsync(user);
        await audit.RecordAsync(Actor.System, "person.refused", Person.SubjectOf(user.Id), null, new
        {
            user.UserName,
            Address = context.Connection.RemoteIpAddress?.ToString(),
            Locked = await users.IsLockedOutAsync(user) ? true : (bool?)null,
        });
    }

    private bool IsRight(TocsinUser? user, string password)
    {
        _hashOfNobody ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        var result = hasher.VerifyHashedPassword(user ?? Nobody, user?.PasswordHash ?? _hashOfNobody, password);
        return user?.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }

    private async Task PassTimeAsync(long started)
    {
        var left = RefusalTime - clock.GetElapsedTime(started);
        if (left > TimeSpan.Zero) await Task.Delay(left, clock);
    }
}
