using System.IO.Compression;
using System.Text;
using Tocsin.Core;
using Tocsin.Lake.Import;
using Tocsin.Lake.Import.Reading;

namespace Tocsin.Lake.Tests.Import;

/// <summary>Input that was broken, or broken on purpose: what is good is read, what is bad is rejected with its line, nothing else happens.</summary>
public sealed class HostileInputTests : IDisposable
{
    private static readonly string Good = Inbox.Posts(1, 3);
    private readonly Inbox _inbox = new();

    public void Dispose() => _inbox.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task A_line_of_100_MB_is_rejected_and_its_neighbours_are_read(int before)
    {
        var huge = "{\"id\":\"x\",\"account\":\"a\",\"ts\":\"2026-03-01\",\"text\":\"" + new string('x', 100 << 20) + "\"}\n";
        var path = _inbox.Put("huge.jsonl", Inbox.Posts(1, before) + huge + Inbox.Posts(10, 2));

        var summary = await _inbox.Import(path);

        Assert.Equal((before + 2L, 1L), (summary.Imported, summary.Rejected));
        var reject = Assert.Single(_inbox.Rejects);
        Assert.Equal((before + 1L, huge.Length - 1L), (reject.Line, reject.Length));
        Assert.Contains("longer than 16,777,216 bytes", reject.Reason);
        Assert.InRange(reject.Raw.Length, 1, 4096);
    }

    [Fact]
    public async Task A_JSON_element_of_100_MB_is_rejected_and_its_neighbours_are_read()
    {
        var huge = "{\"id\":\"x\",\"text\":\"" + new string('x', 100 << 20) + "\"}";
        var path = _inbox.Put("huge.json", $"[{Inbox.Post(1)},\n{huge},\n{Inbox.Post(2)}]");

        var summary = await _inbox.Import(path);

        Assert.Equal((2L, 1L), (summary.Imported, summary.Rejected));
        Assert.Equal(2, _inbox.Rejects[0].Line);
    }

    [Fact]
    public async Task A_CSV_row_of_100_MB_is_rejected_and_its_neighbours_are_read()
    {
        var path = _inbox.Put("huge.csv", "account,ts,text\na,2026-03-01,x\nb,2026-03-01," + new string('x', 100 << 20) + "\nc,2026-03-01,y\n");

        var summary = await _inbox.Import(path);

        Assert.Equal((2L, 1L), (summary.Imported, summary.Rejected));
    }

    [Fact]
    public async Task Broken_UTF_8_is_rejected_with_a_readable_raw_text()
    {
        var path = _inbox.Put("latin.jsonl", [.. Encoding.UTF8.GetBytes(Good), .. Encoding.Latin1.GetBytes(Inbox.Post(9, "café")), (byte)'\n']);

        var summary = await _inbox.Import(path);

        Assert.Equal((3L, 1L), (summary.Imported, summary.Rejected));
        Assert.Equal((4L, "it is not valid UTF-8"), (_inbox.Rejects[0].Line, _inbox.Rejects[0].Reason));
        Assert.Contains("caf\uFFFD", _inbox.Rejects[0].Raw);
    }

    [Fact]
    public async Task An_unpaired_surrogate_is_rejected()
    {
        await _inbox.Import(_inbox.Put("surrogate.jsonl", Good + Inbox.Post(9, "\\ud800") + "\n"));

        Assert.Equal("a text in it is not valid Unicode", Assert.Single(_inbox.Rejects).Reason);
    }

    [Fact]
    public async Task NULs_become_visible_and_break_nothing()
    {
        var path = _inbox.Put("nul.jsonl", Good + Inbox.Post(8, "a\\u0000b") + "\n" + Inbox.Post(9, "a\0b") + "\n\0\0\0\n");

        var summary = await _inbox.Import(path);

        Assert.Equal((4L, 2L), (summary.Imported, summary.Rejected));
        Assert.Equal("a\uFFFDb", _inbox.ById("p8").Event.Text);
        Assert.DoesNotContain(_inbox.Rejects, reject => reject.Raw.Contains('\0'));
    }

    [Fact]
    public async Task A_file_of_NULs_alone_is_no_format()
    {
        var path = _inbox.Put("zeros.bin", new byte[1 << 20]);

        await Assert.ThrowsAsync<Problem>(() => _inbox.Import(path));
    }

    [Fact]
    public async Task Of_duplicate_keys_the_last_counts()
    {
        await _inbox.Import(_inbox.Put("twice.jsonl", """{"id":"1","account":"a","account":"b","ts":"2026-03-01","text":"x","text":"y"}""" + "\n"));

        Assert.Equal(("b", "y"), (_inbox.Events[0].Event.AccountId, _inbox.Events[0].Event.Text));
    }

    [Fact]
    public async Task An_unclosed_quote_at_the_end_loses_nothing_behind_it()
    {
        var rows = string.Concat(Enumerable.Range(0, 100).Select(i => $"a{i},2026-03-01,text {i}\n"));
        var path = _inbox.Put("quote.csv", "account,ts,text\nx,2026-03-01,\"open\n" + rows);

        var summary = await _inbox.Import(path);

        Assert.Equal((100L, 1L), (summary.Imported, summary.Rejected));
        Assert.Equal((2L, "a quote is opened and never closed"), (_inbox.Rejects[0].Line, _inbox.Rejects[0].Reason));
    }

    [Fact]
    public async Task A_quote_open_beyond_the_limit_costs_its_own_line_only()
    {
        var limits = new ImportLimits { RecordBytes = 64 << 10 };
        var rows = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i},2026-03-01,text {i}\n"));
        var path = _inbox.Put("quotes.csv", $"account,ts,text\nx,2026-03-01,\"open\n{rows}y,2026-03-01,\"\"\"\n{rows.Replace('a', 'b')}");

        var summary = await _inbox.Import(path, new ImportOptions { Limits = limits });

        Assert.Equal((40_000L, 2L), (summary.Imported, summary.Rejected));
        Assert.Equal([2, 20_003], _inbox.Rejects.Select(reject => reject.Line));
    }

    [Fact]
    public async Task A_quote_inside_a_field_is_text()
    {
        await _inbox.Import(_inbox.Put("inch.csv", "account,ts,text\na,2026-03-01,a 5\" screen\nb,2026-03-01,next\n"));

        Assert.Equal(["a 5\" screen", "next"], _inbox.Events.Select(row => row.Event.Text));
    }

    [Fact]
    public async Task A_row_with_more_fields_than_the_header_is_rejected()
    {
        await _inbox.Import(_inbox.Put("wide.csv", "account,ts,text\na,2026-03-01,x,y,z\nb,2026-03-01,ok\n"));

        Assert.Equal("it has 5 fields where the header names 3", Assert.Single(_inbox.Rejects).Reason);
        Assert.Single(_inbox.Events);
    }

    [Theory]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01")]
    [InlineData("99999999999999999999999999")]
    [InlineData("253402300799")]
    [InlineData("-1")]
    [InlineData("yesterday")]
    public async Task A_time_out_of_this_world_is_rejected(string time)
    {
        await _inbox.Import(_inbox.Put("time.jsonl", Good + Inbox.Post(9, "x", time) + "\n"));

        Assert.Contains(time[..Math.Min(time.Length, 5)], Assert.Single(_inbox.Rejects).Reason);
    }

    [Fact]
    public async Task Numbers_as_text_and_text_as_numbers_are_read()
    {
        await _inbox.Import(_inbox.Put("types.jsonl",
            """{"id":17,"account":42,"ts":"1772355600","text":5,"is_repost":"1","hashtags":"one","urls":null}""" + "\n" +
            """{"id":"18","account":"42","ts":1772355600.25,"text":"y","is_repost":false,"hashtags":[1,null,{"a":1}]}""" + "\n"));

        Assert.Equal(["42", "42"], _inbox.Events.Select(row => row.Event.AccountId));
        Assert.Equal("5", _inbox.ById("17").Event.Text);
        Assert.Equal(Core.Events.EventKind.Repost, _inbox.ById("17").Event.Kind);
        Assert.Equal(TimeSpan.FromMilliseconds(250), _inbox.ById("18").Event.Time - _inbox.ById("17").Event.Time);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("17")]
    [InlineData("{\"id\":")]
    [InlineData("}{")]
    [InlineData("\"text\"")]
    [InlineData("{\"account\":{\"deep\":1},\"ts\":[],\"text\":true}")]
    public async Task A_line_that_is_no_post_is_rejected(string line)
    {
        var summary = await _inbox.Import(_inbox.Put("odd.jsonl", Good + line + "\n" + Inbox.Post(9) + "\n"));

        Assert.Equal((4L, 1L), (summary.Imported, summary.Rejected));
        Assert.Equal((4L, line), (_inbox.Rejects[0].Line, _inbox.Rejects[0].Raw));
    }

    [Fact]
    public async Task Brackets_nested_a_million_deep_are_rejected()
    {
        var deep = new string('[', 1_000_000);
        var summary = await _inbox.Import(_inbox.Put("deep.jsonl", Good + deep + "\n" + "{\"a\":" + deep + "\n"));

        Assert.Equal((3L, 2L), (summary.Imported, summary.Rejected));
        await Assert.ThrowsAsync<Problem>(() => _inbox.Import(_inbox.Put("deep.json", deep)));
    }

    [Theory]
    [InlineData("[{0},{1}")]
    [InlineData("[{0},{1}}}")]
    [InlineData("[{0},{1},{\"id\":\"x\",\"te")]
    [InlineData("[{0} {1}] trailing")]
    public async Task A_document_that_breaks_off_gives_what_came_before(string shape)
    {
        var path = _inbox.Put("cut.json", shape.Replace("{0}", Inbox.Post(1)).Replace("{1}", Inbox.Post(2)));

        var summary = await _inbox.Import(path);

        Assert.Equal(2, summary.Imported);
        Assert.InRange(summary.Rejected, 1, 2);
    }

    [Fact]
    public async Task A_gzip_bomb_is_stopped()
    {
        var limits = new ImportLimits { ExpansionFree = 1 << 20, ExpansionRatio = 100 };
        var bomb = new byte[64 << 20];
        Encoding.UTF8.GetBytes(Good).CopyTo(bomb, 0);
        Array.Fill(bomb, (byte)'\n', Good.Length, bomb.Length - Good.Length);

        var summary = await _inbox.Import(_inbox.PutGzip("bomb.jsonl.gz", bomb), new ImportOptions { Limits = limits });

        Assert.Equal((3L, 1L), (summary.Imported, summary.Rejected));
        Assert.Contains("decompression bomb", _inbox.Rejects[0].Reason);
    }

    [Fact]
    public async Task A_zip_bomb_is_stopped()
    {
        var limits = new ImportLimits { ExpansionFree = 1 << 20, ExpansionRatio = 100 };
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("posts.jsonl").Open();
            entry.Write(Encoding.UTF8.GetBytes(Good));
            var blank = new byte[1 << 20];
            Array.Fill(blank, (byte)'\n');
            for (var i = 0; i < 64; i++)
                entry.Write(blank);
        }

        var summary = await _inbox.Import(_inbox.Put("bomb.zip", packed.ToArray()), new ImportOptions { Limits = limits });

        Assert.Equal((3L, 1L), (summary.Imported, summary.Rejected));
        Assert.Contains("decompression bomb", _inbox.Rejects[0].Reason);
    }

    [Fact]
    public async Task A_truncated_gzip_gives_what_came_before()
    {
        var whole = _inbox.PutGzip("whole.gz", Encoding.UTF8.GetBytes(Inbox.Posts(0, 20_000)));
        var bytes = await File.ReadAllBytesAsync(whole, TestContext.Current.CancellationToken);

        var summary = await _inbox.Import(_inbox.Put("cut.gz", bytes[..(bytes.Length / 2)]));

        Assert.InRange(summary.Imported, 1, 19_999);
        Assert.InRange(summary.Rejected, 1, 2);
    }

    [Fact]
    public async Task Names_inside_an_archive_lead_nowhere()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("../../escaped\n.jsonl").Open();
            entry.Write(Encoding.UTF8.GetBytes(Good));
        }
        var before = Directory.GetFileSystemEntries(_inbox.Folder, "*", SearchOption.AllDirectories).Length;

        var summary = await _inbox.Import(_inbox.Put("tricky.zip", packed.ToArray()));

        Assert.Equal(3, summary.Imported);
        Assert.DoesNotContain('\n', summary.Files[0].Path);
        Assert.Equal(before + 1, Directory.GetFileSystemEntries(_inbox.Folder, "*", SearchOption.AllDirectories).Length);
        Assert.False(File.Exists(Path.Combine(_inbox.Folder, "../../escaped\n.jsonl")));
    }
}
