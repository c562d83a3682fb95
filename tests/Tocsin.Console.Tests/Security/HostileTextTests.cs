using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Persons;

namespace Tocsin.Console.Tests.Security;

/// <summary>Names get in by other ways than our forms (a proxy, a database): whatever they hold, pages stay pages.</summary>
public sealed class HostileTextTests
{
    private static readonly string[] Pages = ["/", "/account", "/account/security", "/account/tokens", "/settings", "/settings/tokens", "/settings/audit", "/settings/workspace"];

    public static TheoryData<string> Hostile => new(
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "</title><script src=//evil.example></script>",
        "{{constructor.constructor('alert(1)')()}}",
        "gnp.\u202Eexe\u202C\u2066\u0000",
        new string('A', 50_000) + "<script>",
        "%0d%0aSet-Cookie:x=1",
        "\ud83d\ude00\u0301\u0489 zalgo");

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Names_and_notes_are_text_and_nothing_else(string text)
    {
        await using var console = await RunningConsole.StartAsync();
        var person = await console.PersonAsync(PersonRole.Admin);
        await using (var context = console.Casework.Connect())
        {
            var user = await context.Users.SingleAsync(one => one.Id == person.Id);
            user.DisplayName = text;
            await context.SaveChangesAsync();
        }
        using var client = await console.SignedInAsync(PersonRole.Admin);
        await console.Services.GetRequiredService<AuditLog>().RecordAsync(new(person.Id, text, ActorKind.Person), "signal.commented", "signal:" + text, null, new { Text = text });
        await console.Services.GetRequiredService<Invites>().CreateAsync(Person.ActorOf(person), "Viewer", Cut(text), TimeSpan.FromDays(1));
        await console.Services.GetRequiredService<ApiTokens>().CreateAsync(Person.ActorOf(person), Cut(text), ["read"], TimeSpan.FromDays(1));
        foreach (var page in Pages)
        {
            var html = await client.GetStringAsync(page);
            Assert.DoesNotContain("<script>alert", html);
            Assert.DoesNotContain("<img src=x", html);
            Assert.DoesNotContain("<script src=//", html);
            Assert.DoesNotContain("' onmouseover='", html);
            Assert.DoesNotContain("href=\"javascript:", html);
            var seen = WebUtility.HtmlDecode(html);
            Assert.DoesNotContain('\u202E', seen);
            Assert.DoesNotContain('\u2066', seen);
            Assert.DoesNotContain('\0', seen);
            Assert.Contains("</html>", html);
        }
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    public async Task What_a_form_was_sent_comes_back_as_text(string text)
    {
        await using var console = await RunningConsole.StartAsync();
        await console.PersonAsync(PersonRole.Admin);
        using var client = console.Client();
        using var refused = await client.SignInAsync(text, "x");
        var html = await client.GetStringAsync(refused.Where());
        Assert.Contains("value=\"" + System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text)[..4], html);
        Assert.DoesNotContain(text, html);
    }

    [Fact]
    public async Task A_browser_that_says_it_is_a_script_is_listed_as_text()
    {
        await using var console = await RunningConsole.StartAsync();
        await console.AddAsync("ana");
        using var client = console.Client();
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "<script>alert(1)</script>" + new string('x', 10_000));
        using var answer = await client.SignInAsync("ana");
        var html = await client.GetStringAsync("/account/security");
        Assert.DoesNotContain("<script>alert", html);
        Assert.Contains("&lt;script&gt;alert", html);
        Assert.DoesNotContain(new string('x', 400), html);
    }

    /// <summary>Notes and names are short; their forms and tables say so.</summary>
    private static string Cut(string text) => text.Length <= 80 ? text : text[^80..];
}
