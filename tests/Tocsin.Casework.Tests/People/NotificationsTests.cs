namespace Tocsin.Casework.Tests.People;

public sealed class NotificationsTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task Each_person_reads_and_marks_their_own(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, ben, notifications) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"), new Notifications(desk.Database));
        for (var i = 0; i < 3; i++) await notifications.SendAsync(Actor.System, [ana.Id, ben.Id, "gone"], "scan", $"scan:{i}", $"Scan {i} is done.");
        Assert.Equal((3, 3), (await notifications.CountUnreadAsync(ana.Id), await notifications.CountUnreadAsync(ben.Id)));

        var all = await notifications.ListAsync(ana.Id);
        Assert.Equal(["scan:2", "scan:1", "scan:0"], all.Select(n => n.Subject));
        Assert.Equal(["scan:0"], (await notifications.ListAsync(ana.Id, before: all[1].Id)).Select(n => n.Subject));
        await notifications.MarkReadAsync(ben, all[2].Id);
        Assert.Equal(3, await notifications.CountUnreadAsync(ana.Id));
        await notifications.MarkReadAsync(ana, all[2].Id);
        Assert.Equal(["scan:2", "scan:1"], (await notifications.ListAsync(ana.Id, unreadOnly: true)).Select(n => n.Subject));
        await notifications.MarkAllReadAsync(ana, all[1].Id);
        Assert.Equal(["scan:2"], (await notifications.ListAsync(ana.Id, unreadOnly: true)).Select(n => n.Subject));
        Assert.Equal(desk.Clock.Now, (await notifications.ListAsync(ana.Id))[1].ReadAt);
        Assert.Equal(3, await notifications.CountUnreadAsync(ben.Id));
    }
}
