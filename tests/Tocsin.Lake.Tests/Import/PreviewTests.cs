using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.Import;
using Tocsin.Lake.Import.Formats;

namespace Tocsin.Lake.Tests.Import;

public sealed class PreviewTests : IDisposable
{
    private const string Table = "message_id,username,sent_at,message\n1,ann,2026-03-01T09:00Z,hello #tag\n2,bob,yesterday,hi\n3,cid,2026-03-01T09:05Z,bye\n";

    private readonly Inbox _inbox = new();

    public void Dispose() => _inbox.Dispose();

    [Fact]
    public void A_known_format_is_named_with_its_first_events()
    {
        var preview = Of("posts.jsonl", Inbox.Posts(0, 1_500) + "broken\n");
        Assert.Equal(("posts", null, 1_000, 0), (preview.Format, preview.Problem, preview.Rows.EventsSeen, preview.Rows.RejectsSeen));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"p{i}"), preview.Rows.Events.Select(e => e.Event.Id));
        Assert.Contains("account", preview.Fields);
        Assert.Empty(_inbox.Events);
    }

    [Fact]
    public void An_unknown_table_is_shown_as_the_guessed_map_reads_it()
    {
        var preview = Of("table.csv", Table);
        Assert.Null(preview.Format);
        Assert.NotNull(preview.Problem);
        Assert.Contains("account: username", preview.SuggestedMap);
        Assert.Equal(["message_id", "username", "sent_at", "message"], preview.Fields);
        Assert.Equal([("1", "ann", "hello #tag"), ("3", "cid", "bye")], preview.Rows.Events.Select(e => (e.Event.Id, e.Event.AccountId, e.Event.Text!)));
        Assert.Equal(["tag"], preview.Rows.Events[0].Values(ObservableKind.Hashtag));
        Assert.Contains("yesterday", Assert.Single(preview.Rows.Rejects).Reason);
        Assert.Equal(3, preview.Rows.Rejects[0].Line);
    }

    [Fact]
    public void A_map_given_is_the_one_that_counts()
    {
        var map = EventMap.Parse("platform: chat\nfields:\n  account: message_id\n  time: sent_at\n  text: username\n", "map.yaml");
        var preview = Of("table.csv", Table, new ImportOptions { Map = map });
        Assert.Equal(("generic", null), (preview.Format, preview.Problem));
        Assert.Equal(("chat", "1", "ann"), (preview.Rows.Events[0].Event.Platform, preview.Rows.Events[0].Event.AccountId, preview.Rows.Events[0].Event.Text));
    }

    [Fact]
    public async Task The_preview_is_what_the_import_gives()
    {
        foreach (var example in Directory.GetFiles(Inbox.Example(string.Empty)))
        {
            using var inbox = new Inbox();
            var preview = ImportPreview.Of(example, new ImportOptions(), 1_000);
            if (preview.Format is null || preview.Sources > 1)
                continue;
            await inbox.Import(example);
            Assert.Equal(inbox.Events.Select(e => e.Event), preview.Rows.Events.Select(e => e.Event));
            Assert.Equal(inbox.Rejects, preview.Rows.Rejects);
        }
    }

    [Fact]
    public void What_cannot_be_previewed_says_why()
    {
        Assert.True(Of("empty.jsonl", "").IsEmpty);
        Assert.NotNull(Of("noise.bin", "\u0001\u0002 nothing at all\n").Problem);
        Assert.Throws<Problem>(() => ImportPreview.Of(_inbox.Folder, new ImportOptions()));
        Assert.Throws<Problem>(() => ImportPreview.Of(Path.Combine(_inbox.Folder, "missing"), new ImportOptions()));
    }

    private ImportPreview Of(string name, string content, ImportOptions? options = null) => ImportPreview.Of(_inbox.Put(name, content), options ?? new ImportOptions());
}
