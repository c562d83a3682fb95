using Tocsin.Core.Detection;

namespace Tocsin.Casework.Tests.Storage;

public sealed class HostileTextTests(PostgreSqlServer server)
{
    private const string Override = "\u202Egnp.exe\u202C <script>alert(1)</script> '; DROP TABLE signals; --";

    [Theory, OnBoth]
    public async Task What_databases_cannot_keep_is_replaced_and_all_else_comes_back(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        await desk.Triage.CommentAsync(Actor.System, "N-1", $"nul:\0 high:\uD83D low:\uDE00 whole:\U0001F514 {Override}");
        Assert.Equal($"nul:\uFFFD high:\uFFFD low:\uFFFD whole:\U0001F514 {Override}", (await desk.Queue.FindAsync("N-1"))!.Comments.Single().Text);
    }

    [Theory, OnBoth]
    public async Task A_signal_full_of_hostile_text_is_kept_listed_and_found(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var handle = $"nul\0{Override}" + new string('\u202E', 50_000);
        var signal = Some.Network("N-1") with
        {
            Claim = $"3 accounts \0 {Override} {new string('x', 50_000)}",
            Members = [new(1, new string('p', 50_000), "a\0b", handle, Role.Member, 1, 1), new(2, "x\ny%_\\", "b", "Günther\uD800", Role.Member, 1, 1)],
            Evidence = [new(1, "x", "1", "a", Some.Time, "nul \0 end", new string('€', 50_000), "00")],
        };
        desk.Store.SaveScan([signal]);

        var whole = desk.Store.Find("N-1")!;
        Assert.Equal((signal.Claim, handle, "nul \0 end"), (whole.Claim, whole.Members[0].Handle, whole.Evidence[0].Text));
        var row = Assert.Single((await desk.Queue.ListAsync(new() { Text = "GÜNTHER drop" })).Items);
        Assert.Equal(1000, row.Claim.Length);
        Assert.All(row.Platforms, platform => Assert.InRange(platform.Length, 1, 40));
        Assert.Equal(2, row.Platforms.Count);
        Assert.Single((await desk.Queue.ListAsync(new() { Platforms = row.Platforms })).Items);
        Assert.Empty((await desk.Queue.ListAsync(new() { Platforms = ["x y%"] })).Items);
        Assert.Single((await desk.Queue.ListAsync(new() { Text = "nul\0" })).Items);
    }

    [Theory, OnBoth]
    public async Task Signs_that_patterns_know_are_only_signs(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1") with { Claim = "100% sure_thing c:\\x" }, Some.Network("N-2") with { Claim = "1000 surexthing c:x" }]);
        foreach (var text in new[] { "100%", "sure_thing", "c:\\x", "%" })
            Assert.Equal(["N-1"], (await desk.Queue.ListAsync(new() { Text = text })).Items.Select(s => s.Id));
    }

    [Theory, OnBoth]
    public async Task Filters_take_hostile_values_as_values(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        desk.Store.SaveScan([Some.Network("N-1")]);
        string[] hostile = ["\0", "\uD800", Override, new('x', 50_000), "' OR 1=1 --"];
        Assert.Empty((await desk.Queue.ListAsync(new() { Viewer = "\0", Kinds = hostile, Detectors = hostile, Platforms = hostile, Labels = hostile, Tags = hostile, Assignees = hostile })).Items);
        Assert.Equal(0, (await desk.Queue.FacetsAsync(new() { Viewer = Override, Kinds = hostile, Text = Override })).Total);
        Assert.Null(await desk.Queue.FindAsync("\0"));
        Assert.Empty(await desk.Audit.ListAsync(new() { Subject = "\0", Verb = "%", ActorId = "\uD800" }));
    }
}
