using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Tocsin.Core;
using Tocsin.Lake.Import;

namespace Tocsin.Lake.Tests.Import;

public sealed class PathTests : IDisposable
{
    private readonly Inbox _inbox = new();

    public void Dispose() => _inbox.Dispose();

    [Fact]
    public async Task A_folder_is_read_in_order_with_all_below_it()
    {
        _inbox.Put("b.jsonl", Inbox.Posts(10, 2));
        _inbox.Put("a/z.jsonl", Inbox.Posts(0, 2));
        _inbox.Put("notes.txt", "nothing to see here");

        var summary = await _inbox.Import(_inbox.Folder);

        Assert.Equal(4, summary.Imported);
        Assert.Equal(["p0", "p1", "p10", "p11"], _inbox.Events.Select(row => row.Event.Id));
        Assert.EndsWith("notes.txt", Assert.Single(summary.Unread).Path);
    }

    [Fact]
    public async Task Links_inside_a_folder_are_not_followed()
    {
        using var outside = new Inbox();
        var secret = outside.Put("secret.jsonl", Inbox.Posts(0, 5));
        _inbox.Put("a.jsonl", Inbox.Posts(10, 1));
        File.CreateSymbolicLink(Path.Combine(_inbox.Folder, "link.jsonl"), secret);
        Directory.CreateSymbolicLink(Path.Combine(_inbox.Folder, "linked"), outside.Folder);
        Directory.CreateSymbolicLink(Path.Combine(_inbox.Folder, "loop"), _inbox.Folder);

        var summary = await _inbox.Import(_inbox.Folder);

        Assert.Equal(1, summary.Imported);
    }

    [Fact]
    public async Task A_name_with_control_characters_is_shown_without_them()
    {
        var path = _inbox.Put("new\nline\u001b[31m.jsonl", Inbox.Posts(0, 1));

        var summary = await _inbox.Import(path);

        Assert.DoesNotContain(summary.Files[0].Path, char.IsControl);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/stdin")]
    public async Task A_device_is_refused_unread(string device)
    {
        Assert.SkipUnless(File.Exists(device), "no such device here");

        var problem = await Assert.ThrowsAsync<Problem>(() => _inbox.Import(device));

        Assert.Contains("regular files", problem.What);
    }

    [Fact]
    public async Task A_pipe_is_refused_unopened()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no named pipes in folders on Windows");
        var pipe = Path.Combine(_inbox.Folder, "pipe.jsonl");
        using (var made = Process.Start("mkfifo", pipe))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<Problem>(() => _inbox.Import(pipe));
        _inbox.Put("a.jsonl", Inbox.Posts(0, 1));
        Assert.Equal(1, (await _inbox.Import(_inbox.Folder)).Imported);
    }

    [Theory]
    [InlineData("no/such/file")]
    [InlineData("a\0b")]
    [InlineData("../../../../../../no-such-file-anywhere")]
    public async Task A_path_that_is_not_there_is_a_problem(string path) =>
        Assert.Contains("no such file", (await Assert.ThrowsAsync<Problem>(() => _inbox.Import(path))).What);

    [Fact]
    public async Task An_empty_file_is_no_problem()
    {
        var summary = await _inbox.Import([_inbox.Put("empty.jsonl", ""), _inbox.Put("blank.jsonl", "\n\n  \n"), _inbox.Put("none.json", "[ ]")]);

        Assert.Equal((0L, 0), (summary.Read, summary.Unread.Count()));
    }

    [Fact]
    public async Task Standard_input_is_read_as_a_file_is()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Inbox.Posts(0, 50_000)));
        packed.Position = 0;

        var summary = await _inbox.Import("-", new ImportOptions { StandardInput = () => packed });

        Assert.Equal((50_000L, "posts"), (summary.Imported, summary.Files[0].Format));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-8")]
    public async Task A_byte_order_mark_is_understood(string encoding)
    {
        var kind = Encoding.GetEncoding(encoding);
        var path = _inbox.Put("mark.tsv", [.. kind.GetPreamble(), .. kind.GetBytes("account\tts\ttext\na\t2026-03-01\thällo\n")]);

        await _inbox.Import(path);

        Assert.Equal("hällo", _inbox.Events[0].Event.Text);
    }

    [Theory]
    [InlineData(',')]
    [InlineData('\t')]
    [InlineData(';')]
    [InlineData('|')]
    public async Task The_delimiter_is_found(char delimiter)
    {
        await _inbox.Import(_inbox.Put("table", $"account,ts,text\r\na,2026-03-01,hello\r\n".Replace(',', delimiter)));

        Assert.Equal("hello", _inbox.Events[0].Event.Text);
    }

    [Fact]
    public async Task A_wrong_format_name_lists_the_right_ones()
    {
        var path = _inbox.Put("a.jsonl", Inbox.Posts(0, 1));

        var problem = await Assert.ThrowsAsync<Problem>(() => _inbox.Import(path, new ImportOptions { Format = "myspace" }));

        Assert.Contains("x-archive", problem.Hint);
    }
}
