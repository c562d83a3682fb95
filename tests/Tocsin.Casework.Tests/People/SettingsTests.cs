namespace Tocsin.Casework.Tests.People;

public sealed class SettingsTests(PostgreSqlServer server)
{
    private sealed record Wellbeing(bool Blur, int RemindEveryMinutes);

    [Theory, OnBoth]
    public async Task Choices_are_kept_for_all_and_for_each_person_apart(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, ben, settings) = (await desk.PersonAsync("ana"), await desk.PersonAsync("ben"), new Settings(desk.Database));
        var unset = new Wellbeing(false, 0);
        Assert.Equal(unset, await settings.GetAsync("wellbeing", unset));

        await settings.SetAsync(ana, "wellbeing", new Wellbeing(true, 50));
        await settings.SetOwnAsync(ana, "wellbeing", new Wellbeing(true, 25));
        await settings.SetOwnAsync(ana, "wellbeing", new Wellbeing(false, 20));

        Assert.Equal(new(true, 50), await settings.GetAsync("wellbeing", unset));
        Assert.Equal(new(false, 20), await settings.GetOwnAsync(ana.Id, "wellbeing", unset));
        Assert.Equal(unset, await settings.GetOwnAsync(ben.Id, "wellbeing", unset));
        var entry = (await desk.Audit.ListAsync(new() { Subject = $"setting:{ana.Id}/wellbeing" }))[0];
        Assert.Contains("25", entry.Before);
        Assert.Contains("20", entry.After);
    }
}
