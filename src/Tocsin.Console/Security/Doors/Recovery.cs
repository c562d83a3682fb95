using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Security.Sessions;
using Tocsin.Core;

namespace Tocsin.Console.Security.Doors;

/// <summary>
/// For somebody who has lost password or phone: a link, made by an Admin or at the terminal, with which they choose a new
/// password. It takes the second factor away and ends all sessions; passkeys stay.
/// </summary>
internal sealed class Recovery(UserManager<TocsinUser> users, SetupLinks links, SessionDesk sessions, PersonDirectory people, AuditLog audit)
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    public static string PathOf(string secret) => $"/recover/{secret}";

    /// <summary>For the terminal: whoever can read the workspace may recover anybody in it.</summary>
    /// <exception cref="Problem">There is nobody of that name.</exception>
    public static async Task<Uri> CreateLinkAsync(IServiceProvider services, Uri address, string userName)
    {
        await using var scope = services.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<TocsinUser>>().FindByNameAsync(userName);
        return user is not null && await scope.ServiceProvider.GetRequiredService<Recovery>().CreateLinkAsync(Actor.System, user.Id) is var (_, secret)
            ? new(address, PathOf(secret))
            : throw new Problem("there is nobody of that name", $"--recover {userName}", "give the user name or e-mail address with which they sign in");
    }

    /// <summary>A link for one person; earlier ones of theirs are good no longer.</summary>
    /// <returns>The person's name and the link's secret; null when there is no such person, or the account is not active.</returns>
    public async Task<(string Name, string Secret)?> CreateLinkAsync(Actor actor, string id)
    {
        if (await users.FindByIdAsync(id) is not { Disabled: null } user || DemoSignIn.IsDemo(user.UserName!)) return null;
        var link = await links.CreateAsync(PurposeOf(id), id, LinkLife);
        await audit.RecordAsync(actor, "person.recovery-link-made", Person.SubjectOf(id), null, new { user.UserName });
        return (DisplayNames.Shown(Person.NameOf(user)), link.Secret);
    }

    /// <summary>Whom a link is for, while it is good.</summary>
    public async Task<TocsinUser?> FindAsync(string secret) =>
        await links.FindAsync(secret) is { PersonId: { } id } link && link.Purpose == PurposeOf(id) && await users.FindByIdAsync(id) is { Disabled: null } user ? user : null;

    /// <summary>Spends the link and sets the password.</summary>
    /// <returns>Whether it was still good.</returns>
    public async Task<bool> UseAsync(TocsinUser user, string secret, string password)
    {
        if (await links.UseAsync(secret) is null) return false;
        await users.RemovePasswordAsync(user);
        await users.AddPasswordAsync(user, password);
        await users.SetTwoFactorEnabledAsync(user, enabled: false);
        await users.ResetAuthenticatorKeyAsync(user);
        await users.SetLockoutEndDateAsync(user, null);
        await users.ResetAccessFailedCountAsync(user);
        people.Forget(user.Id);
        await sessions.EndAllAsync(Person.ActorOf(user), user.Id);
        await audit.RecordAsync(Person.ActorOf(user), "person.recovered", Person.SubjectOf(user.Id), null, new { user.UserName });
        return true;
    }

    private static string PurposeOf(string id) => $"recovery:{id}";
}
