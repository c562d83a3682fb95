namespace Tocsin.Casework.Tests.Hunting;

public sealed class HuntLooksTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task Each_person_has_looks_of_their_own_and_the_last_one_counts(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, ben, hunts, looks) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"), new Hunts(desk.Database), new HuntLooks(desk.Database));
        var shared = await hunts.SaveAsync(ana, new("s", HuntMode.Words, "one", Shared: true));

        await looks.LookAsync(ana.Id, shared.Id, 10);
        await looks.LookAsync(ben.Id, shared.Id, 12);
        await looks.LookAsync(ben.Id, shared.Id, 9);

        Assert.Equal(10, (await looks.ListAsync(ana.Id))[shared.Id].Found);
        Assert.Equal((9, desk.Clock.Now), ((await looks.ListAsync(ben.Id))[shared.Id].Found, (await looks.ListAsync(ben.Id))[shared.Id].At));
    }

    [Theory, OnBoth]
    public async Task Nobody_looks_at_what_is_not_theirs_and_looks_go_with_the_hunt(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, ben, hunts, looks) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"), new Hunts(desk.Database), new HuntLooks(desk.Database));
        var own = await hunts.SaveAsync(ana, new("o", HuntMode.Words, "one"));

        await looks.LookAsync(ben.Id, own.Id, 1);
        await looks.LookAsync(ana.Id, own.Id, 1);
        Assert.Empty(await looks.ListAsync(ben.Id));

        await hunts.DeleteAsync(ana, own.Id);
        Assert.Empty(await looks.ListAsync(ana.Id));
    }

    [Theory, OnBoth]
    public async Task A_look_leaves_no_trace_in_the_audit(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var ana = await desk.PersonAsync("ana");
        var hunt = await new Hunts(desk.Database).SaveAsync(ana, new("o", HuntMode.Words, "one", Note: " why "));
        var before = await desk.Audit.LastIdAsync();
        await new HuntLooks(desk.Database).LookAsync(ana.Id, hunt.Id, 1);
        Assert.Equal(before, await desk.Audit.LastIdAsync());
        Assert.Equal("why", hunt.Note);
    }
}
