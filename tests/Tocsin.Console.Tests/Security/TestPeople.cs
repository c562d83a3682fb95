using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Tests.Security;

/// <summary>People with passwords, and what they do at the door.</summary>
internal static class TestPeople
{
    public const string Password = "seven green umbrellas wander";

    public static async Task<TocsinUser> AddAsync(this RunningConsole console, string userName, PersonRole role = PersonRole.Analyst, string? displayName = null)
    {
        // Without an Admin nobody comes in by the door.
        await console.PersonAsync(PersonRole.Admin);
        await using var scope = console.Services.CreateAsyncScope();
        var user = new TocsinUser { UserName = userName, DisplayName = displayName ?? userName };
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<TocsinUser>>().CreateAsync(user, Password);
        Assert.True(result.Succeeded, string.Join(", ", result.Errors.Select(error => error.Description)));
        await scope.ServiceProvider.GetRequiredService<PersonRoles>().GiveAsync(user, role);
        return user;
    }

    public static Task<HttpResponseMessage> SignInAsync(this HttpClient client, string name, string password = Password, string back = "/account") =>
        client.SubmitAsync("/sign-in", "/sign-in/password", ("name", name), ("password", password), ("return", back));

    /// <summary>A browser of somebody who gave their password.</summary>
    public static async Task<HttpClient> BrowserOfAsync(this RunningConsole console, string name)
    {
        var client = console.Client();
        using var answer = await client.SignInAsync(name);
        Assert.Equal("/account", answer.Where());
        await RunningConsole.SendForgeryTokenAsync(client);
        return client;
    }

    public static async Task<bool> IsSignedInAsync(this HttpClient client)
    {
        using var response = await client.GetAsync("/account");
        return response.IsSuccessStatusCode;
    }

    /// <summary>What the audit says, oldest first.</summary>
    public static async Task<IReadOnlyList<AuditEntry>> AuditAsync(this RunningConsole console) =>
        await console.Services.GetRequiredService<AuditLog>().SinceAsync(0);
}
