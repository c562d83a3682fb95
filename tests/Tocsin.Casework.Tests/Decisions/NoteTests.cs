using Tocsin.Core;

namespace Tocsin.Casework.Tests.Decisions;

public sealed class NoteTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task Comments_are_counted_and_tell_whom_they_mention(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var (ana, ben, eve) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben@example.org"), await desk.PersonAsync("eve"));
        var notifications = new Notifications(desk.Database);

        await desk.Triage.CommentAsync(ana, "N-1", "Look, @ben: mail@eve is no mention, @ana is me, @nobody is nobody.");
        var state = await desk.Triage.CommentAsync(ben, "N-1", "Seen.");

        Assert.Equal(2, state.Comments);
        Assert.Equal(["ana", "ben@example.org"], (await desk.Queue.FindAsync("N-1"))!.Comments.Select(c => c.ByName));
        Assert.Equal("mentioned", Assert.Single(await notifications.ListAsync(ben.Id)).Kind);
        Assert.Empty(await notifications.ListAsync(ana.Id));
        Assert.Empty(await notifications.ListAsync(eve.Id));
    }

    [Theory, OnBoth]
    public async Task A_label_holds_until_it_expires_on_signals_and_accounts(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1"), Some.Network("N-2")]);
        var (signal, account) = (Subject.Signal("N-1"), Subject.Account(ulong.MaxValue));
        foreach (var subject in new[] { signal, account })
            await desk.Triage.AddLabelAsync(Actor.System, subject, "election", "Named in the report.", desk.Clock.Now.AddDays(30));

        Assert.Equal("Named in the report.", Assert.Single(await desk.Triage.LabelsOfAsync(account)).Reason);
        Assert.Equal(["N-1"], (await desk.Queue.ListAsync(new() { Labels = ["election", "other"] })).Items.Select(s => s.Id));
        Assert.Equal(("election", 1), Value(Assert.Single((await desk.Queue.FacetsAsync(new())).Labels)));

        desk.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Empty(await desk.Triage.LabelsOfAsync(account));
        Assert.Empty((await desk.Queue.FindAsync("N-1"))!.Labels);
        Assert.Empty((await desk.Queue.ListAsync(new() { Labels = ["election"] })).Items);
        Assert.Empty((await desk.Queue.FacetsAsync(new())).Labels);
    }

    [Theory, OnBoth]
    public async Task The_same_label_again_replaces_its_reason_and_end_and_it_can_be_removed(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var subject = Subject.Signal("N-1");
        await desk.Triage.AddLabelAsync(Actor.System, subject, "election", "First.", desk.Clock.Now.AddDays(1));
        var label = await desk.Triage.AddLabelAsync(Actor.System, subject, "election", "Second.");
        Assert.Equal(("Second.", (DateTimeOffset?)null), (Assert.Single(await desk.Triage.LabelsOfAsync(subject)).Reason, label.Expires));
        await desk.Triage.RemoveLabelAsync(Actor.System, label.Id);
        Assert.Empty(await desk.Triage.LabelsOfAsync(subject));
        await Assert.ThrowsAsync<MissingException>(() => desk.Triage.RemoveLabelAsync(Actor.System, label.Id));
        await Assert.ThrowsAsync<Problem>(() => desk.Triage.AddLabelAsync(Actor.System, subject, "election", ""));
        await Assert.ThrowsAsync<MissingException>(() => desk.Triage.AddLabelAsync(Actor.System, Subject.Signal("N-9"), "election", "x"));
    }

    [Theory, OnBoth]
    public async Task Tags_are_seen_by_their_author_alone(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1"), Some.Network("N-2")]);
        var (ana, ben) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"));
        var tag = await desk.Triage.AddTagAsync(ana, Subject.Signal("N-1"), "later");
        Assert.Equal(tag.Id, (await desk.Triage.AddTagAsync(ana, Subject.Signal("N-1"), "later")).Id);

        Assert.Equal("later", Assert.Single((await desk.Queue.FindAsync("N-1", ana.Id))!.Tags).Text);
        Assert.Empty((await desk.Queue.FindAsync("N-1", ben.Id))!.Tags);
        Assert.Empty((await desk.Queue.FindAsync("N-1"))!.Tags);
        Assert.Equal(["N-1"], (await desk.Queue.ListAsync(new() { Viewer = ana.Id, Tags = ["later"] })).Items.Select(s => s.Id));
        Assert.Empty((await desk.Queue.ListAsync(new() { Viewer = ben.Id, Tags = ["later"] })).Items);
        Assert.Equal(("later", 1), Value(Assert.Single((await desk.Queue.FacetsAsync(new() { Viewer = ana.Id })).Tags)));
        Assert.DoesNotContain(await desk.Audit.ListAsync(new()), e => (e.After + e.Before + e.Subject).Contains("later"));
        await Assert.ThrowsAsync<MissingException>(() => desk.Triage.RemoveTagAsync(ben, tag.Id));
        await desk.Triage.RemoveTagAsync(ana, tag.Id);
        Assert.Empty(await desk.Triage.TagsOfAsync(ana.Id, Subject.Signal("N-1")));
    }

    [Theory, OnBoth]
    public async Task The_last_word_on_a_member_counts_until_it_is_taken_back(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        await desk.Triage.IncludeMembersAsync(Actor.System, "N-1", 1, [1, ulong.MaxValue], "Same phone.");
        await desk.Triage.ExcludeMembersAsync(Actor.System, "N-1", 2, [ulong.MaxValue, ulong.MaxValue], "A fan.");
        Assert.Equal(
            [(1UL, true, "Same phone."), (ulong.MaxValue, false, "A fan.")],
            (await desk.Queue.FindAsync("N-1"))!.Members.OrderBy(m => m.Account).Select(m => (m.Account, m.Included, m.Reason)));
        await desk.Triage.ForgetMembersAsync(Actor.System, "N-1", 3, [1, 2]);
        Assert.Equal([ulong.MaxValue], (await desk.Queue.FindAsync("N-1"))!.Members.Select(m => m.Account));
        await Assert.ThrowsAsync<Problem>(() => desk.Triage.IncludeMembersAsync(Actor.System, "N-1", 4, [], "None."));
    }

    private static (string, int) Value(FacetCount facet) => (facet.Value, facet.Count);
}
