using Microsoft.AspNetCore.Identity;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Doors;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Security.Proxy;

/// <summary>People as the trusted proxy names them: known by their user name, made at their first request, in the role it gives.</summary>
internal sealed class SsoPeople(UserManager<TocsinUser> users, PersonDirectory people, PersonRoles roles, AuditLog audit, TimeProvider clock)
{
    private const int MaxNameLength = 256;

    /// <summary>The person, made if need be; null when the name cannot be one.</summary>
    /// <param name="role">The role the proxy names; anything but a role's name means Viewer. Null: the role is kept here.</param>
    public async Task<Person?> FindAsync(string name, string? role)
    {
        if (name.Length > MaxNameLength || DemoSignIn.IsDemo(name)) return null;
        var user = await users.FindByNameAsync(name) ?? await JoinAsync(name);
        if (user is null || await people.FindAsync(user.Id) is not { } person) return null;
        return role is null || RoleNamed(role) == person.Role ? person : await MoveAsync(user, RoleNamed(role));
    }

    private static PersonRole RoleNamed(string role) => Roles.All.FirstOrDefault(known => known.Equals(role.Trim(), StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<PersonRole>(name) : PersonRole.Viewer;

    private async Task<TocsinUser?> JoinAsync(string name)
    {
        var user = new TocsinUser { UserName = name, DisplayName = name, Email = name.Contains('@') ? name : null, Created = clock.GetUtcNow() };
        // A name that is not allowed, or a second request that was quicker.
        if (!(await users.CreateAsync(user)).Succeeded) return await users.FindByNameAsync(name);
        await roles.GiveAsync(user, PersonRole.Viewer);
        await audit.RecordAsync(Person.ActorOf(user), "person.joined", Person.SubjectOf(user.Id), null, new { user.UserName, Role = Roles.Viewer, By = "sso" });
        return user;
    }

    private async Task<Person?> MoveAsync(TocsinUser user, PersonRole role)
    {
        await roles.ChangeAsync(Actor.System, user, role);
        return await people.FindAsync(user.Id);
    }
}
