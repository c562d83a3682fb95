using Tocsin.Core;

namespace Tocsin.Casework.Tests.People;

public sealed class AccessTests(PostgreSqlServer server)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Theory, OnBoth]
    public async Task A_session_holds_until_it_ends_or_runs_out(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, ben) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"));
        var sessions = new Sessions(desk.Database);
        var first = await sessions.StartAsync(ana, "password", Day, "192.0.2.1", new string('b', 1000));
        var second = await sessions.StartAsync(ana, "passkey", Day, null, null);
        var third = await sessions.StartAsync(ana, "passkey", Day, null, null);
        var other = await sessions.StartAsync(ben, "password", Day, null, null);

        Assert.Equal(ana.Id, (await sessions.TouchAsync(first.Id))!.PersonId);
        Assert.Null(await sessions.TouchAsync("x"));
        Assert.False(await sessions.EndAsync(ben, ben.Id, first.Id));
        Assert.True(await sessions.EndAsync(ana, ana.Id, first.Id));
        Assert.Null(await sessions.TouchAsync(first.Id));
        await sessions.EndAllAsync(ana, ana.Id, except: second.Id);
        Assert.Equal([second.Id], (await sessions.ListAsync(ana.Id)).Select(s => s.Id));
        Assert.Null(await sessions.TouchAsync(third.Id));
        Assert.NotNull(await sessions.TouchAsync(other.Id));
        desk.Clock.Advance(Day);
        Assert.Null(await sessions.TouchAsync(second.Id));
        Assert.Empty(await sessions.ListAsync(ana.Id));
    }

    [Theory, OnBoth]
    public async Task A_session_notes_when_it_was_last_seen_once_a_minute(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var sessions = new Sessions(desk.Database);
        var session = await sessions.StartAsync(await desk.PersonAsync("ana"), "password", Day, null, null);
        async Task<DateTimeOffset> SeenAfter(TimeSpan time)
        {
            desk.Clock.Advance(time);
            await sessions.TouchAsync(session.Id);
            return (await sessions.ListAsync(session.PersonId)).Single().LastSeen;
        }

        var started = desk.Clock.Now;
        Assert.Equal(started, await SeenAfter(TimeSpan.FromSeconds(59)));
        Assert.Equal(started.AddSeconds(60), await SeenAfter(TimeSpan.FromSeconds(1)));
    }

    [Theory, OnBoth]
    public async Task An_invite_is_used_once_by_whoever_comes_first(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, invites) = (await desk.PersonAsync("ana"), new Invites(desk.Database));
        var invite = await invites.CreateAsync(ana, Roles.Analyst, "for the new one", Day);
        Assert.Equal(Roles.Analyst, (await invites.FindAsync(invite.Secret))!.Role);

        var used = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => invites.UseAsync(new($"p{i}", $"p{i}", ActorKind.Person), invite.Secret))));
        Assert.Single(used, one => one is not null);
        Assert.Null(await invites.FindAsync(invite.Secret));
        Assert.StartsWith("p", Assert.Single(await invites.ListAsync()).UsedBy);
    }

    [Theory, OnBoth]
    public async Task An_invite_ends_by_time_or_by_being_revoked(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, invites) = (await desk.PersonAsync("ana"), new Invites(desk.Database));
        var (late, revoked) = (await invites.CreateAsync(ana, Roles.Viewer, "n", Day), await invites.CreateAsync(ana, Roles.Viewer, "n", Day));
        await invites.RevokeAsync(ana, revoked.Item.Id);
        Assert.Null(await invites.UseAsync(ana, revoked.Secret));
        desk.Clock.Advance(Day);
        Assert.Null(await invites.UseAsync(ana, late.Secret));
        Assert.Null(await invites.UseAsync(ana, "x"));
        await Assert.ThrowsAsync<Problem>(() => invites.CreateAsync(ana, "Emperor", "n", Day));
    }

    [Theory, OnBoth]
    public async Task A_set_up_link_works_once_and_a_new_one_ends_the_old(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, links) = (await desk.PersonAsync("ana"), new SetupLinks(desk.Database));
        var (old, demo, link) = (await links.CreateAsync("first-run", null, Day), await links.CreateAsync("demo", ana.Id, Day), await links.CreateAsync("first-run", null, Day));
        Assert.Null(await links.UseAsync(old.Secret));
        Assert.Equal(ana.Id, (await links.UseAsync(demo.Secret))!.PersonId);
        Assert.NotNull(await links.FindAsync(link.Secret));
        Assert.NotNull(await links.UseAsync(link.Secret));
        Assert.Null(await links.UseAsync(link.Secret));
    }

    [Theory, OnBoth]
    public async Task A_token_is_kept_as_a_hash_and_holds_until_it_expires_or_is_revoked(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, ben, tokens) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"), new ApiTokens(desk.Database));
        var (endless, short_) = (await tokens.CreateAsync(ana, "endless", ["write", "read"], null), await tokens.CreateAsync(ana, "short", ["read"], Day));
        Assert.StartsWith(ApiTokens.Prefix, endless.Secret);
        Assert.Equal((endless.Secret[..12], "read write"), (endless.Item.Hint, endless.Item.Scopes));
        Assert.Equal(ana.Id, (await tokens.UseAsync(endless.Secret))!.PersonId);
        Assert.Null(await tokens.UseAsync(endless.Secret + "x"));
        Assert.Null(await tokens.UseAsync(endless.Item.Hash));
        Assert.Equal(desk.Clock.Now, (await tokens.ListAsync(ana.Id)).Single(t => t.Name == "endless").LastUsed);

        desk.Clock.Advance(Day);
        Assert.Null(await tokens.UseAsync(short_.Secret));
        await Assert.ThrowsAsync<MissingException>(() => tokens.RevokeAsync(ben, ben.Id, endless.Item.Id));
        await tokens.RevokeAsync(ana, ana.Id, endless.Item.Id);
        Assert.Null(await tokens.UseAsync(endless.Secret));
        await Assert.ThrowsAsync<Problem>(() => tokens.CreateAsync(ana, "none", [], null));
    }

    [Theory, OnBoth]
    public async Task A_watermark_only_moves_forward(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, marks) = (await desk.PersonAsync("ana"), new Watermarks(desk.Database));
        Assert.Null(await marks.FindAsync(ana.Id, "home"));
        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => marks.MoveAsync(ana.Id, "home", i))));
        await marks.MoveAsync(ana.Id, "home", 3);
        Assert.Equal((8, desk.Clock.Now), ((await marks.FindAsync(ana.Id, "home"))!.AuditId, (await marks.FindAsync(ana.Id, "home"))!.At));
    }
}
