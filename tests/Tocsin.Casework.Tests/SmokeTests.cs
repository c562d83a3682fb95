namespace Tocsin.Casework.Tests;

public sealed class SmokeTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task Smoke(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        var ana = await desk.PersonAsync("ana");
        var s = await desk.Triage.DecideAsync(ana, "N-1", 1, DispositionKind.FalsePositive, "because");
        Assert.Equal(SignalStatus.Decided, s.State);
        var page = await desk.Queue.ListAsync(new QueueFilter { Text = "n-1 url", States = [SignalStatus.Decided], Platforms = ["x"], Labels = [], Viewer = ana.Id });
        Assert.Single(page.Items);
        Assert.Equal(1, (await desk.Queue.FacetsAsync(new QueueFilter { Viewer = ana.Id })).Total);
        Assert.Single((await desk.Queue.FindAsync("N-1", ana.Id))!.Dispositions);
    }
}
