using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Security.Sessions;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Administration;

/// <summary>A person in the list of people.</summary>
public sealed record ListedPerson(string Id, string UserName, string Name, PersonRole Role, DateTimeOffset? Disabled, DateTimeOffset? LastSignIn, bool HasPassword, bool SecondFactor, int Passkeys);

/// <summary>What Admins do to people's accounts. There is always one Admin left who can come in.</summary>
internal sealed class PeopleDesk(CaseworkContext context, UserManager<TocsinUser> users, PersonDirectory people, PersonRoles roles, SessionDesk sessions, AuditLog audit, TimeProvider clock)
{
    /// <summary>Two Admins who take the role from each other at once must not both succeed.</summary>
    private static readonly SemaphoreSlim Turn = new(1);

    public async Task<IReadOnlyList<ListedPerson>> ListAsync()
    {
        var given = await context.UserRoles.AsNoTracking().ToListAsync();
        var rolesOf = given.ToLookup(one => one.UserId, one => one.RoleId);
        var passkeys = await context.UserPasskeys.GroupBy(key => key.UserId).Select(keys => new { keys.Key, Count = keys.Count() }).ToDictionaryAsync(keys => keys.Key, keys => keys.Count);
        var all = await context.Users.AsNoTracking().OrderBy(user => user.UserName).ToListAsync();
        return [.. all.Select(user => new ListedPerson(
            user.Id, DisplayNames.Shown(user.UserName ?? ""), DisplayNames.Shown(Person.NameOf(user)), PersonDirectory.Highest(rolesOf[user.Id]), user.Disabled, user.LastSignIn, user.PasswordHash is not null, user.TwoFactorEnabled, passkeys.GetValueOrDefault(user.Id)))];
    }

    /// <summary>Gives the person another role.</summary>
    /// <returns>What stands against it, in words; null when it is done.</returns>
    public Task<string?> ChangeRoleAsync(Actor actor, string id, PersonRole role) => InTurnAsync(id, async user =>
    {
        if (role != PersonRole.Admin && await IsLastAdminAsync(user)) return L["This is the last Admin. Make somebody else Admin first."];
        await roles.ChangeAsync(actor, user, role);
        return null;
    });

    /// <summary>Ends the person's sessions and tokens, and lets them in no more; what they did stays.</summary>
    /// <returns>What stands against it, in words; null when it is done.</returns>
    public Task<string?> DisableAsync(Actor actor, string id) => InTurnAsync(id, async user =>
    {
        if (await IsLastAdminAsync(user)) return L["This is the last Admin. Make somebody else Admin first."];
        if (user.Disabled is not null) return null;
        user.Disabled = clock.GetUtcNow();
        await users.UpdateAsync(user);
        people.Forget(id);
        await sessions.EndAllAsync(actor, id);
        await audit.RecordAsync(actor, "person.disabled", Person.SubjectOf(id), null, new { user.UserName });
        return null;
    });

    /// <summary>Lets the person in again.</summary>
    /// <returns>What stands against it, in words; null when it is done.</returns>
    public Task<string?> EnableAsync(Actor actor, string id) => InTurnAsync(id, async user =>
    {
        user.Disabled = null;
        await users.UpdateAsync(user);
        people.Forget(id);
        await audit.RecordAsync(actor, "person.enabled", Person.SubjectOf(id), null, new { user.UserName });
        return null;
    });

    private async Task<string?> InTurnAsync(string id, Func<TocsinUser, Task<string?>> act)
    {
        await Turn.WaitAsync();
        try
        {
            return await users.FindByIdAsync(id) is { } user ? await act(user) : L["There is no such person."];
        }
        finally
        {
            Turn.Release();
        }
    }

    private async Task<bool> IsLastAdminAsync(TocsinUser user)
    {
        var admins = await users.GetUsersInRoleAsync(Roles.Admin);
        return admins.Any(admin => admin.Id == user.Id) && !admins.Any(admin => admin.Id != user.Id && admin.Disabled is null);
    }
}
