using System.Net;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Tests.Screens.Handling;

public sealed class ActTests
{
    [Fact]
    public async Task Without_script_a_decision_is_made_and_leads_back_to_the_signal()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        var signal = (await console.WorstAsync(1))[0];
        using var answer = await client.SubmitAsync($"/signals/{signal.Id}", "/signals/decide", Decision(signal, "true_positive", "one hand wrote all of it"));
        var page = await client.FollowAsync(answer);
        Assert.Contains("one hand wrote all of it", page);
        Assert.Contains("Take back", page);
        Assert.Equal(DispositionKind.TruePositive, (await console.StateAsync(signal.Id)).LastDisposition);
    }

    [Fact]
    public async Task Without_script_whoever_comes_second_is_told_who_was_first_and_loses_nothing()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var first = await console.SignedInAsync(PersonRole.Lead);
        using var second = await console.SignedInAsync(PersonRole.Analyst);
        var signal = (await console.WorstAsync(1))[0];
        using var won = await first.PostAsync("/signals/decide", Browsing.Form(Decision(signal, "false_positive", "staff of a newsroom")));
        using var lost = await second.PostAsync("/signals/decide", Browsing.Form(Decision(signal, "true_positive", "my long and careful reason")));
        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        var page = WebUtility.HtmlDecode(await lost.Content.ReadAsStringAsync());
        Assert.Contains("Test Lead", page);
        Assert.Contains("decided: False positive", page);
        Assert.Contains("staff of a newsroom", page);
        Assert.Contains("my long and careful reason", page);
        var now = await console.StateAsync(signal.Id);
        Assert.Equal(DispositionKind.FalsePositive, now.LastDisposition);
        Assert.Contains($"value=\"{now.Target()}\"", page);
    }

    [Fact]
    public async Task By_script_a_conflict_says_the_same_in_place_and_can_be_sent_again_on_top()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        using var lead = await console.SignedInAsync(PersonRole.Lead);
        var signal = (await console.WorstAsync(1))[0];
        await lead.ActAsync("/queue", "decide", Decision(signal, "inconclusive", "too little to say"));
        var (status, html) = await client.ActAsync("/queue", "decide", Decision(signal, "true_positive", "mine"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("id=\"conflict-decide\"", html);
        Assert.Contains("too little to say", html);
        var now = await console.StateAsync(signal.Id);
        Assert.Contains($"id=\"targets-decide\"", html);
        Assert.Contains(now.Target(), html);
        var (again, _) = await client.ActAsync("/queue", "decide", Decision(now, "true_positive", "mine"));
        Assert.Equal(HttpStatusCode.OK, again);
        Assert.Equal(DispositionKind.TruePositive, (await console.StateAsync(signal.Id)).LastDisposition);
    }

    [Fact]
    public async Task What_is_done_can_be_taken_back_by_what_the_answer_offers()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        var lead = await console.PersonAsync(PersonRole.Lead);
        var signal = (await console.WorstAsync(1))[0];
        (string Act, (string, string)[] Fields, Func<SignalState, bool> Done)[] acts =
        [
            ("decide", [("kind", "duplicate"), ("reason", "twin"), ("duplicateOf", (await console.WorstAsync(2))[1].Id)], state => state.State == SignalStatus.Decided),
            ("snooze", [("until", "grown")], state => state is { State: SignalStatus.Snoozed, SnoozedUntilGrown: true }),
            ("snooze", [("until", "4h")], state => state is { State: SignalStatus.Snoozed, SnoozedUntil: not null }),
            ("snooze", [("until", "time"), ("at", "2199-05-01T09:30"), ("zone", "Europe/Vienna")], state => state.SnoozedUntil?.UtcDateTime == new DateTime(2199, 5, 1, 7, 30, 0, DateTimeKind.Utc)),
            ("assign", [("assignee", lead.Id)], state => state.AssigneeId == lead.Id),
            ("escalate", [("assignee", lead.Id), ("urgency", "now"), ("note", "they are at it this minute")], state => state.AssigneeId == lead.Id && state.Comments > 0),
            ("hold", [], state => state.HeldBy is not null),
        ];
        foreach (var (act, fields, done) in acts)
        {
            var before = await console.StateAsync(signal.Id);
            var (status, html) = await client.ActAsync($"/signals/{signal.Id}", act, [("signal", before.Target()), .. fields]);
            Assert.Equal(HttpStatusCode.OK, status);
            Assert.True(done(await console.StateAsync(signal.Id)), act);
            var (undone, _) = await client.ActAsync("/queue", Triaging.UndoOf(html)["/signals/".Length..]);
            Assert.Equal(HttpStatusCode.OK, undone);
            var after = await console.StateAsync(signal.Id);
            Assert.Equal((before.State, before.AssigneeId, before.HeldBy, before.LastDisposition), (after.State, after.AssigneeId, after.HeldBy, after.LastDisposition));
        }
    }

    [Fact]
    public async Task An_escalation_is_a_lead_a_label_and_a_note()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        var lead = await console.PersonAsync(PersonRole.Lead);
        var analyst = await console.PersonAsync(PersonRole.Analyst);
        var signal = (await console.WorstAsync(1))[0];
        var (refused, _) = await client.ActAsync("/queue", "escalate", ("signal", signal.Target()), ("assignee", analyst.Id), ("urgency", "now"), ("note", "not a lead"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        await client.ActAsync("/queue", "escalate", ("signal", signal.Target()), ("assignee", lead.Id), ("urgency", "today"), ("note", "look at the wallet"));
        var file = (await console.Queue().FindAsync(signal.Id))!;
        Assert.Equal(lead.Id, file.State.AssigneeId);
        Assert.Equal("escalated: today", Assert.Single(file.Labels).Text);
        Assert.Equal("look at the wallet", Assert.Single(file.Comments).Text);
    }

    [Fact]
    public async Task Of_many_at_once_each_stands_for_itself()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        using var lead = await console.SignedInAsync(PersonRole.Lead);
        var signals = await console.WorstAsync(4);
        await lead.ActAsync("/queue", "comment", ("signal", signals[1].Target()), ("text", "wait"));
        var (status, html) = await client.ActAsync("/queue", "decide", [("kind", "true_positive"), ("reason", "all of a piece"), .. signals.Select(signal => ("signal", signal.Target()))]);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("3 signals", html);
        Assert.Contains("commented", html);
        foreach (var signal in signals)
            Assert.Equal(signal.Id == signals[1].Id ? SignalStatus.Open : SignalStatus.Decided, (await console.StateAsync(signal.Id)).State);
        var (undone, _) = await client.ActAsync("/queue", Triaging.UndoOf(html)["/signals/".Length..]);
        Assert.Equal(HttpStatusCode.OK, undone);
        foreach (var signal in signals) Assert.Equal(SignalStatus.Open, (await console.StateAsync(signal.Id)).State);
    }

    [Fact]
    public async Task A_hold_keeps_others_from_deciding_and_says_who_and_until_when()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        using var lead = await console.SignedInAsync(PersonRole.Lead);
        var signal = (await console.WorstAsync(1))[0];
        await lead.ActAsync("/queue", "hold", ("signal", signal.Target()));
        var held = await console.StateAsync(signal.Id);
        Assert.Contains("held by Test Lead until", await client.ReadAsync("/queue"));
        var (status, html) = await client.ActAsync("/queue", "decide", Decision(held, "true_positive", "mine"));
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("is held by Test Lead until", WebUtility.HtmlDecode(html));
    }

    [Theory]
    [InlineData("decide", "reason", "because")]
    [InlineData("snooze", "until", "never")]
    [InlineData("decide", "kind", "true_positive")]
    public async Task A_form_that_lacks_something_is_told_what(string act, string name, string value)
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Analyst);
        var signal = (await console.WorstAsync(1))[0];
        var (status, html) = await client.ActAsync("/queue", act, ("signal", signal.Target()), (name, value));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"id=\"conflict-{act}\"", html);
        Assert.Equal(signal.Version, (await console.StateAsync(signal.Id)).Version);
    }

    [Fact]
    public async Task A_viewer_does_nothing_and_is_offered_nothing()
    {
        await using var console = await RunningConsole.StartWithSignalsAsync();
        using var client = await console.SignedInAsync(PersonRole.Viewer);
        var signal = (await console.WorstAsync(1))[0];
        foreach (var act in (string[])["decide", "snooze", "wake", "assign", "escalate", "hold", "release", "comment", "label", "unlabel", "tag", "untag", "undo"])
        {
            var (status, _) = await client.ActAsync("/queue", act, ("signal", signal.Target()), ("kind", "true_positive"), ("reason", "x"), ("text", "x"));
            Assert.Equal(HttpStatusCode.Forbidden, status);
        }
        Assert.Equal(signal.Version, (await console.StateAsync(signal.Id)).Version);
        foreach (var page in (string[])["/", "/queue", $"/queue?at={signal.Id}", $"/signals/{signal.Id}"])
            Assert.DoesNotContain("action=\"/signals/", await client.ReadAsync(page));
    }

    private static (string, string)[] Decision(SignalState signal, string kind, string reason) => [("signal", signal.Target()), ("kind", kind), ("reason", reason)];
}
