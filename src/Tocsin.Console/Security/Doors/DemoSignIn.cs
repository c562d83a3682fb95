using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Answers;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Security.Sessions;
using Tocsin.Core;

namespace Tocsin.Console.Security.Doors;

/// <summary>
/// The demo's analyst, who has no password and comes in by a link that the terminal prints, once, and only where nobody but
/// this machine can reach the console: elsewhere neither the link nor a session opened by one is good.
/// </summary>
public static class DemoSignIn
{
    internal const string UserName = "demo";
    private const string Purpose = "demo";
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(12);

    /// <summary>Makes the demo's analyst where there is none, and a new link; earlier links are good no longer.</summary>
    /// <param name="address">Where the console listens, e.g. <c>http://127.0.0.1:7400</c>.</param>
    /// <exception cref="Problem">Others can reach the console.</exception>
    public static async Task<Uri> CreateLinkAsync(IServiceProvider services, Uri address)
    {
        var options = services.GetRequiredService<ConsoleOptions>();
        if (!options.OnLoopback)
            throw new Problem("the demo's sign-in link is for this machine alone", $"--listen {options.Listen}", "listen at 127.0.0.1, or use 'tocsin serve' and make accounts");
        await using var scope = services.CreateAsyncScope();
        var user = await FindOrMakeAsync(scope.ServiceProvider);
        var link = await services.GetRequiredService<SetupLinks>().CreateAsync(Purpose, user.Id, LinkLife);
        return new(address, $"/demo/{link.Secret}");
    }

    internal static bool IsDemo(string userName) => userName.Equals(UserName, StringComparison.OrdinalIgnoreCase);

    internal static void Map(IEndpointRouteBuilder app) => app.MapGet("/demo/{secret}", OpenAsync)
        .AllowAnonymous().RequireRateLimiting(DoorLimit.Policy).ExcludeFromDescription();

    private static async Task<IResult> OpenAsync(string secret, HttpContext context, ConsoleOptions options, SetupLinks links, UserManager<TocsinUser> users, SessionDesk desk)
    {
        if (!options.OnLoopback || await links.FindAsync(secret) is not { Purpose: Purpose, PersonId: { } id }
            || await users.FindByIdAsync(id) is not { Disabled: null } user || await links.UseAsync(secret) is null) return new See("/sign-in?link=spent");
        await desk.SignInAsync(context, user, SessionCookie.Demo);
        return new See("/");
    }

    private static async Task<TocsinUser> FindOrMakeAsync(IServiceProvider services)
    {
        var users = services.GetRequiredService<UserManager<TocsinUser>>();
        if (await users.FindByNameAsync(UserName) is { } known) return known;
        var user = new TocsinUser { UserName = UserName, DisplayName = "Demo analyst", Created = services.GetRequiredService<TimeProvider>().GetUtcNow() };
        await users.CreateAsync(user);
        // All of the console can be tried, its settings too: the data are simulated.
        await services.GetRequiredService<PersonRoles>().GiveAsync(user, PersonRole.Admin);
        await services.GetRequiredService<AuditLog>().RecordAsync(Actor.System, "person.joined", Person.SubjectOf(user.Id), null, new { user.UserName, Role = Roles.Admin, By = "demo" });
        return user;
    }
}
