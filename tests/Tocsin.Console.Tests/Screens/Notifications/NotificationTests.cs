using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Screens.Notifications;

public sealed class NotificationTests
{
    [Fact]
    public async Task What_somebody_should_know_is_counted_on_every_page_and_opened_once()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        var me = await console.PersonAsync(PersonRole.Viewer);
        await SendAsync(console, me.Id, "signal:N-7F3K2M", "Ana mentioned you on N-7F3K2M: <b>look</b>");
        await SendAsync(console, me.Id, "signal:N-AAAAAA", "Ana gave you N-AAAAAA");

        Assert.Contains("<span class=\"count accent\">2", await client.GetStringAsync("/account"));
        Assert.Contains("&lt;b&gt;look&lt;/b&gt;", await client.GetStringAsync("/account/notifications"));

        var first = (await console.Services.GetRequiredService<Casework.Notifications>().ListAsync(me.Id))[^1];
        using var opened = await client.PostAsync($"/account/notifications/{first.Id}/open", null);
        Assert.Equal((HttpStatusCode.SeeOther, "/signals/N-7F3K2M"), (opened.StatusCode, opened.Headers.Location?.ToString()));
        Assert.Contains("<span class=\"count accent\">1", await client.GetStringAsync("/frame/bell"));
    }

    [Fact]
    public async Task All_are_marked_up_to_the_one_that_was_seen()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        var me = await console.PersonAsync(PersonRole.Analyst);
        var board = console.Services.GetRequiredService<Casework.Notifications>();
        await SendAsync(console, me.Id, "signal:N-1", "first");
        var seen = (await board.ListAsync(me.Id))[0].Id;
        await SendAsync(console, me.Id, "signal:N-2", "came meanwhile");
        using var marked = await client.PostAsync("/account/notifications/read", Browsing.Form(("upTo", $"{seen}")));
        Assert.Equal("/account/notifications", marked.Where());
        Assert.Equal(["came meanwhile"], (await board.ListAsync(me.Id, unreadOnly: true)).Select(one => one.Text));
    }

    [Fact]
    public async Task Nobody_opens_those_of_others()
    {
        await using var console = await RunningConsole.StartAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        var other = await console.PersonAsync(PersonRole.Lead);
        await SendAsync(console, other.Id, "signal:N-1", "not yours");
        var board = console.Services.GetRequiredService<Casework.Notifications>();
        var theirs = (await board.ListAsync(other.Id))[0];
        using var response = await client.PostAsync($"/account/notifications/{theirs.Id}/open", null);
        Assert.Equal("/account/notifications", response.Where());
        Assert.Equal(1, await board.CountUnreadAsync(other.Id));
        Assert.DoesNotContain("not yours", await client.GetStringAsync("/account/notifications"));
    }

    private static Task SendAsync(RunningConsole console, string person, string subject, string text) =>
        console.Services.GetRequiredService<Casework.Notifications>().SendAsync(Actor.System, [person], "mentioned", subject, text);
}
