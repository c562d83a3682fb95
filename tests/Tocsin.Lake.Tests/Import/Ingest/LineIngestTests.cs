using System.Text;
using Tocsin.Core;
using Tocsin.Core.Events;
using Tocsin.Lake.DuckDb;
using Tocsin.Lake.Import.Ingest;

namespace Tocsin.Lake.Tests.Import.Ingest;

public sealed class LineIngestTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DuckDbLake _lake;

    public LineIngestTests() => _lake = DuckDbLake.Open(_folder.Path);

    public void Dispose()
    {
        _lake.Dispose();
        _folder.Dispose();
    }

    private static string Event(string id, string kind = "post", string rest = "") =>
        $$"""{"platform":"harbour","id":"{{id}}","account":"u-1","time":"2026-03-01T09:00:00Z","kind":"{{kind}}"{{rest}}}""";

    private static IReadOnlyList<IngestLine> Lines(params IReadOnlyList<string> lines) =>
        [.. lines.Select((line, i) => new IngestLine(i + 1, Encoding.UTF8.GetBytes(line), Encoding.UTF8.GetByteCount(line)))];

    private LineIngest Ingest(string format = "events", string? platform = null, int lineBytes = 1000) =>
        new(_lake.Journal, new IngestOptions { Source = "token: tides", Format = format, Platform = platform, LineBytes = lineBytes }, TimeProvider.System);

    [Fact]
    public void Every_line_is_answered_with_what_became_of_it()
    {
        var rows = Ingest().Take(Lines(Event("1"), "not json", "", Event("1"), Event("2", "shout"), Event("3", rest: ",\"target\":\"1\"")));

        Assert.Equal(
            [(1L, IngestOutcome.Accepted), (2, IngestOutcome.Rejected), (4, IngestOutcome.Duplicate), (5, IngestOutcome.Rejected), (6, IngestOutcome.Accepted)],
            rows.Select(row => (row.Line, row.Outcome)));
        Assert.Equal(("harbour", "1"), (rows[0].Platform, rows[0].Id));
        Assert.Contains("not JSON", rows[1].Reason);
        Assert.Contains("post, reply", rows[3].Reason);
        Assert.Equal(2, _lake.Summarise().Events);
    }

    [Fact]
    public void Sending_the_same_lines_again_changes_nothing()
    {
        Ingest().Take(Lines(Event("1"), Event("2")));

        Assert.All(Ingest().Take(Lines(Event("2"), Event("1"))), row => Assert.Equal(IngestOutcome.Duplicate, row.Outcome));
        Assert.Equal(2, _lake.Summarise().Events);
    }

    [Fact]
    public void Lines_of_one_sender_and_day_are_one_import_whose_rejects_are_kept_in_order()
    {
        var first = Ingest();
        first.Take(Lines(Event("1"), "{", "[]"));
        var second = Ingest();
        second.Take(Lines("nothing"));

        Assert.Equal(first.Import, second.Import);
        var import = Assert.Single(_lake.Journal.ReadImports(long.MaxValue, 10));
        Assert.Equal(("token: tides", "events", 1L, 3L), (import.Source.Path, import.Source.Format, import.State.Imported, import.State.Rejected));
        Assert.Null(import.Finished);
        var page = _lake.Journal.ReadRejects(first.Import, -1, 2);
        Assert.Equal(["{", "[]"], page.Select(placed => placed.Reject.Raw));
        Assert.Equal("nothing", Assert.Single(_lake.Journal.ReadRejects(first.Import, page[^1].Position, 2)).Reject.Raw);
        Assert.NotEqual(first.Import, Ingest(platform: "other").Import);
    }

    [Fact]
    public void A_line_over_the_limit_is_rejected_with_its_length_and_its_beginning_is_kept()
    {
        var line = Encoding.UTF8.GetBytes(Event("1", rest: $",\"text\":\"{new string('a', 2000)}\""));

        var row = Assert.Single(Ingest().Take([new IngestLine(7, line.AsMemory(0, 1000), line.Length)]));

        Assert.Equal((7L, IngestOutcome.Rejected), (row.Line, row.Outcome));
        Assert.Contains("1,000 bytes", row.Reason);
        Assert.Equal(line.Length, _lake.Journal.ReadRejects(1)[0].Reject.Length);
    }

    [Fact]
    public void Another_format_may_skip_lines_and_says_so()
    {
        var rows = Ingest("bluesky").Take(Lines("""{"did":"did:plc:a","time_us":1772355600000000,"kind":"identity"}"""));

        Assert.Equal(IngestOutcome.Skipped, Assert.Single(rows).Outcome);
    }

    [Fact]
    public void An_event_without_a_platform_is_rejected_unless_the_sender_names_one()
    {
        const string Line = """{"id":"1","account":"u-1","time":1772355600,"kind":"post"}""";

        Assert.Equal("there is no platform", Assert.Single(Ingest().Take(Lines(Line))).Reason);
        var row = Assert.Single(Ingest(platform: "harbour").Take(Lines(Line)));
        Assert.Equal(("harbour", IngestOutcome.Accepted), (row.Platform, row.Outcome));
    }

    [Fact]
    public void An_unknown_format_is_told_with_those_there_are()
    {
        var problem = Assert.Throws<Problem>(() => Ingest("myspace"));
        Assert.Contains("bluesky", problem.Hint);
    }

    [Fact]
    public void Tocsins_own_event_carries_author_target_and_observables()
    {
        const string Author = """
            ,"target":"8","text":"hello","author":{"handle":"ada","name":"Ada","followers":3,"created":"2020-01-01"},"observables":[{"kind":"wallet","value":"w"},{"kind":"reply_target","value":"t"}]
            """;
        Ingest().Take(Lines(Event("9", "reply", Author)));

        var stored = _lake.ReadEvents([Keys.Of("harbour", "9")])[Keys.Of("harbour", "9")];
        Assert.Equal((EventKind.Reply, "8", "hello"), (stored.Kind, stored.TargetId, stored.Text));
        Assert.Equal(("ada", 3L), (_lake.ReadAccounts(null).Single().Value.Profile.Handle, _lake.ReadAccounts(null).Single().Value.Profile.Followers));
        Assert.Equal(2, _lake.CountActions(TimeRange.All)[ObservableKind.ReplyTarget]);
        Assert.Equal(1, _lake.CountActions(TimeRange.All)[ObservableKind.Wallet]);
        Assert.Contains("'colour'", Assert.Single(Ingest().Take(Lines(Event("10", rest: ",\"observables\":[{\"kind\":\"colour\",\"value\":\"red\"}]")))).Reason);
    }
}
