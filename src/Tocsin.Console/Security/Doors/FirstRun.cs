using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;

namespace Tocsin.Console.Security.Doors;

/// <summary>
/// A workspace without an Admin: the terminal prints a link that makes one, and until then nobody can come in. The demo's
/// analyst does not count, having no password.
/// </summary>
public static class FirstRun
{
    internal const string Purpose = "first-run";
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(24);

    /// <summary>A new set-up link when the workspace needs one; else null. Earlier links are good no longer.</summary>
    /// <param name="address">Where the console listens, e.g. <c>http://127.0.0.1:7400</c>.</param>
    public static async Task<Uri?> CreateLinkAsync(IServiceProvider services, Uri address)
    {
        if (!await IsNeededAsync(services.GetRequiredService<CaseworkDatabase>())) return null;
        var link = await services.GetRequiredService<SetupLinks>().CreateAsync(Purpose, null, LinkLife);
        return new(address, $"/set-up?key={link.Secret}");
    }

    internal static async Task<bool> IsNeededAsync(CaseworkDatabase database)
    {
        await using var context = database.Connect();
        return !await context.UserRoles.Where(given => given.RoleId == Roles.Admin)
            .Join(context.Users, given => given.UserId, user => user.Id, (_, user) => user)
            .AnyAsync(user => user.Disabled == null && user.UserName != DemoSignIn.UserName);
    }
}
