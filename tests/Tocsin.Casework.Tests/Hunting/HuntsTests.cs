using Tocsin.Core;

namespace Tocsin.Casework.Tests.Hunting;

public sealed class HuntsTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task A_hunt_is_its_owners_unless_shared_and_changed_by_the_owner_alone(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, ben, hunts) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"), new Hunts(desk.Database));
        var own = await hunts.SaveAsync(ana, new(" New domains ", HuntMode.Words, "domain:example.com", "from=2026-01-01"));
        var shared = await hunts.SaveAsync(ana, new("All posts", HuntMode.Sql, "SELECT 1", Shared: true));

        Assert.Equal(["All posts", "New domains"], (await hunts.ListAsync(ana.Id)).Select(h => h.Name));
        Assert.Equal(["All posts"], (await hunts.ListAsync(ben.Id)).Select(h => h.Name));
        Assert.Null(await hunts.FindAsync(ben.Id, own.Id));
        Assert.Equal(("SELECT 1", HuntMode.Sql, "ana"), ((await hunts.FindAsync(ben.Id, shared.Id))!.Query, shared.Mode, shared.OwnerName));
        await Assert.ThrowsAsync<MissingException>(() => hunts.ChangeAsync(ben, shared.Id, 1, new("Mine", HuntMode.Sql, "SELECT 2")));
        await Assert.ThrowsAsync<MissingException>(() => hunts.DeleteAsync(ben, shared.Id));
        await hunts.DeleteAsync(ana, own.Id);
        Assert.Null(await hunts.FindAsync(ana.Id, own.Id));
    }

    [Theory, OnBoth]
    public async Task A_hunt_changed_meanwhile_is_a_conflict(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, hunts) = (await desk.PersonAsync("ana"), new Hunts(desk.Database));
        var hunt = await hunts.SaveAsync(ana, new("h", HuntMode.Words, "one"));
        var changed = await hunts.ChangeAsync(ana, hunt.Id, hunt.Version, new("h", HuntMode.Words, "two"));
        var conflict = await Assert.ThrowsAsync<ConflictException>(() => hunts.ChangeAsync(ana, hunt.Id, hunt.Version, new("h", HuntMode.Words, "three")));
        Assert.Equal("hunt.changed", Assert.Single(conflict.Changes).Verb);
        Assert.Equal(("two", 2), ((await hunts.FindAsync(ana.Id, hunt.Id))!.Query, changed.Version));
        await Assert.ThrowsAsync<Problem>(() => hunts.SaveAsync(ana, new("", HuntMode.Words, "one")));
        await Assert.ThrowsAsync<Problem>(() => hunts.SaveAsync(ana, new("h", HuntMode.Words, new('x', 20_001))));
    }
}
