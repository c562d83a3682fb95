using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Screens.Hunts;

public sealed class SavedHuntTests : IAsyncLifetime
{
    private RunningConsole _console = null!;
    private HttpClient _analyst = null!;

    public async ValueTask InitializeAsync()
    {
        _console = await HuntConsole.StartAsync();
        _analyst = await _console.SignedInAsync(PersonRole.Analyst);
    }

    public async ValueTask DisposeAsync()
    {
        _analyst.Dispose();
        await _console.DisposeAsync();
    }

    [Fact]
    public async Task A_hunt_is_saved_with_its_choices_and_opens_as_it_was()
    {
        var where = await SaveAsync("Trains", "train", "?range=7d&view=top", note: "watch the line");
        Assert.Matches(@"^/hunt\?q=train&range=7d&view=top&saved=\d+$", where);
        Assert.Contains("Trains · Tocsin", await _analyst.ReadAsync(where));
        var list = await _analyst.ReadAsync("/hunt/saved");
        Assert.Contains("Trains", list);
        Assert.Contains("watch the line", list);
        Assert.Contains($"href=\"{where}\"", WebUtility.HtmlDecode(list));
    }

    [Fact]
    public async Task What_came_since_the_last_look_is_new_even_when_it_is_old()
    {
        var id = IdIn(await SaveAsync("Trains", "train", ""));
        Assert.DoesNotContain("new", await HitsAsync(id));
        await _analyst.GetStringAsync($"/hunt/chart?q=train&saved={id}");
        HuntConsole.Write(_console, [HuntConsole.Post("late", "rider9", TimeSpan.FromDays(-900), "a train of long ago")]);
        Assert.Contains("1 new", await HitsAsync(id));
        await _analyst.GetStringAsync($"/hunt/chart?q=train+OR+bridge&saved={id}");   // changed, so not the hunt that was saved
        Assert.Contains("1 new", await HitsAsync(id));
        await _analyst.GetStringAsync($"/hunt/chart?q=train&saved={id}");
        Assert.DoesNotContain("new<", await HitsAsync(id));
    }

    [Fact]
    public async Task Changes_are_kept_and_a_change_by_another_hand_is_a_conflict()
    {
        var id = IdIn(await SaveAsync("Trains", "train", ""));
        var draft = new[] { ("name", "Railways"), ("query", "railway"), ("mode", "Words"), ("as", "change"), ("id", id), ("version", "1") };
        using (var changed = await _analyst.SubmitAsync("/hunt", "/hunt/saved", draft)) Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        using var stale = await _analyst.SubmitAsync("/hunt", "/hunt/saved", draft);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var kept = Assert.Single(await HuntsAsync());
        Assert.Equal(("Railways", "railway", 2), (kept.Name, kept.Query, kept.Version));
    }

    [Fact]
    public async Task Deleting_offers_the_way_back_and_it_leads_back()
    {
        var id = IdIn(await SaveAsync("Trains", "train", "?range=7d", note: "n", shared: true));
        _analyst.DefaultRequestHeaders.Add("HX-Request", "true");
        using var gone = await _analyst.PostAsync($"/hunt/saved/{id}/delete", null);
        var answer = WebUtility.HtmlDecode(await gone.Content.ReadAsStringAsync());
        Assert.Empty(await HuntsAsync());
        var undo = answer[(answer.IndexOf("hx-post=\"", StringComparison.Ordinal) + 9)..];
        using var back = await _analyst.PostAsync(undo[..undo.IndexOf('"')], null);
        Assert.Equal(HttpStatusCode.OK, back.StatusCode);
        var kept = Assert.Single(await HuntsAsync());
        Assert.Equal(("Trains", "train", "?range=7d", "n", true), (kept.Name, kept.Query, kept.View, kept.Note, kept.Shared));
    }

    [Fact]
    public async Task Others_see_what_is_shared_and_nothing_else_and_change_neither()
    {
        await SaveAsync("Mine alone", "train", "");
        var shared = IdIn(await SaveAsync("Ours", "bridge", "", shared: true));
        using var lead = await _console.SignedInAsync(PersonRole.Lead);
        var list = await lead.ReadAsync("/hunt/saved");
        Assert.Contains("Ours", list);
        Assert.DoesNotContain("Mine alone", list);
        using var refused = await lead.SubmitAsync("/hunt/saved", $"/hunt/saved/{shared}", ("name", "Stolen"), ("version", "1"));
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task A_viewer_is_offered_no_saving_and_cannot_save()
    {
        using var viewer = await _console.SignedInAsync(PersonRole.Viewer);
        Assert.DoesNotContain("Save hunt", await viewer.GetStringAsync("/hunt?q=train"));
        using var refused = await viewer.PostAsync("/hunt/saved", Browsing.Form(("name", "n"), ("query", "train")));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private async Task<string> SaveAsync(string name, string query, string view, string note = "", bool shared = false)
    {
        using var answer = await _analyst.SubmitAsync(
            "/hunt", "/hunt/saved", ("name", name), ("query", query), ("mode", "Words"), ("view", view), ("note", note), ("as", "new"), ("shared", shared ? "true" : ""));
        return answer.Where()!;
    }

    private static string IdIn(string address) => address[(address.LastIndexOf('=') + 1)..];

    private Task<string> HitsAsync(string id) => _analyst.GetStringAsync($"/hunt/saved/{id}/hits");

    private async Task<IReadOnlyList<Hunt>> HuntsAsync() =>
        await _console.Services.GetRequiredService<Tocsin.Casework.Hunts>().ListAsync((await _console.PersonAsync(PersonRole.Analyst)).Id);
}
