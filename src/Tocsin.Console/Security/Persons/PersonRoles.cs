using Microsoft.AspNetCore.Identity;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Security.Persons;

/// <summary>Gives people their one role.</summary>
internal sealed class PersonRoles(UserManager<TocsinUser> users, PersonDirectory people, AuditLog audit)
{
    public async Task GiveAsync(TocsinUser user, PersonRole role)
    {
        await users.RemoveFromRolesAsync(user, await users.GetRolesAsync(user));
        await users.AddToRoleAsync(user, role.ToString());
        people.Forget(user.Id);
    }

    public async Task ChangeAsync(Actor actor, TocsinUser user, PersonRole role)
    {
        var before = PersonDirectory.Highest(await users.GetRolesAsync(user));
        if (before == role) return;
        await GiveAsync(user, role);
        await audit.RecordAsync(actor, "person.role-changed", Person.SubjectOf(user.Id), new { Role = before.ToString() }, new { Role = role.ToString(), user.UserName });
    }
}
