using Tocsin.Casework;
using Tocsin.Console.Live;

namespace Tocsin.Console.Tests.Live;

public class LiveBatchTests
{
    private static AuditEntry Entry(long id, string verb, string subject) =>
        new() { Id = id, At = DateTimeOffset.UnixEpoch, ActorId = "ana", ActorName = "Ana", Verb = verb, Subject = subject };

    private static LiveEvent Signal(long audit, string id) => LiveEvent.Of(Entry(audit, "signal.decided", $"signal:{id}"))!;

    [Theory]
    [InlineData("signal.decided", "signal:N-1", "signal", "N-1")]
    [InlineData("label.added", "signal:N-1", "signal", "N-1")]
    [InlineData("scan.finished", "scan:7", "scan", "7")]
    [InlineData("import.asked", "import:8", "import", "8")]
    [InlineData("signals.cleared", "signals", "signal", "signals")]
    public void An_audit_entry_tells_what_changed(string verb, string subject, string type, string id)
    {
        var told = LiveEvent.Of(Entry(5, verb, subject))!;

        Assert.Equal((type, id, 5L, verb), (told.Type, told.Data.Id, told.AuditId, told.Data.Verb));
        Assert.Null(told.For);
    }

    [Theory]
    [InlineData("session.started", "person:ana")]
    [InlineData("token.created", "token:1")]
    [InlineData("label.added", "account:12")]
    [InlineData("invite.used", "invite:3")]
    public void What_is_no_business_of_a_page_is_not_told(string verb, string subject) => Assert.Null(LiveEvent.Of(Entry(5, verb, subject)));

    [Fact]
    public void A_tag_is_told_to_its_author_alone() => Assert.Equal("ana", LiveEvent.Of(Entry(5, "tag.added", "signal:N-1"))!.For);

    [Fact]
    public void A_thing_that_changed_twice_is_told_once_as_it_was_last()
    {
        var batch = LiveBatch.Gather([Signal(1, "a"), Signal(2, "b"), Signal(3, "a")]);

        Assert.Equal([2L, 3L], batch.Select(e => e.AuditId!.Value));
    }

    [Fact]
    public void Of_very_many_the_last_are_told_and_how_many_more_there_are()
    {
        var batch = LiveBatch.Gather(Enumerable.Range(1, 10_000).Select(i => Signal(i, $"s{i}")));

        Assert.Equal(200, batch.Count);
        Assert.Equal((10_000L, 9_800), (batch[^1].AuditId, batch[^1].Data.More));
    }

    [Fact]
    public void Who_does_not_keep_up_is_let_go()
    {
        var client = new LiveClient("ben");
        var offered = 0;
        while (client.Offer([Signal(offered, "a")]) && offered < 1000) offered++;

        Assert.Equal(16, offered);
        Assert.True(client.Offer([Signal(1, "a") with { For = "somebody else" }]));
    }
}
