using System.Text;
using Tocsin.Casework;
using Tocsin.Console.Imports;
using Tocsin.Core;

namespace Tocsin.Console.Tests.Imports;

public sealed class InboxTests : IDisposable
{
    private const long Most = 1000;
    private static readonly Actor Ana = new("ana", "Ana", ActorKind.Person);

    private readonly TemporaryFolder _folder = new();
    private readonly Inbox _inbox;

    public InboxTests() => _inbox = new(new() { Workspace = _folder.Path }, TimeProvider.System);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\temp\\posts.csv", "posts.csv")]
    [InlineData("a\u202Egnp.exe\n\0", "agnp.exe")]
    [InlineData("..", "..")]
    [InlineData("", "upload")]
    [InlineData(null, "upload")]
    [InlineData("\u200B\u0007", "upload")]
    public async Task Whatever_it_is_called_it_lies_under_a_name_of_ours(string? name, string shown)
    {
        var upload = await TakeAsync(name, "hello");

        Assert.Equal(shown, upload.Name);
        Assert.Equal("hello", await File.ReadAllTextAsync(_inbox.PathOf(upload), Cancel));
        var all = Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.Path, file)).Order();
        Assert.Equal([$"inbox/{upload.Id}/data", $"inbox/{upload.Id}/note.json"], all);
    }

    [Fact]
    public async Task A_very_long_name_is_cut() =>
        Assert.Equal(200, (await TakeAsync(new string('n', 50_000), "x")).Name.Length);

    [Fact]
    public async Task It_knows_size_sender_and_digest()
    {
        var upload = await TakeAsync("posts.jsonl", "abc");

        Assert.Equal((3L, "Ana", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"), (upload.Size, upload.ByName, upload.Sha256));
        Assert.Equal(upload, _inbox.Find(upload.Id));
        Assert.Equal([upload], _inbox.List());
    }

    [Theory]
    [InlineData(1001, null)]
    [InlineData(1001, 1001L)]
    [InlineData(0, null)]
    public async Task What_is_refused_leaves_nothing_behind(int size, long? said)
    {
        using var content = new MemoryStream(new byte[size]);

        await Assert.ThrowsAsync<Problem>(() => _inbox.TakeAsync(Ana, "f", content, said, Most, Cancel));

        Assert.Empty(_inbox.List());
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "inbox")) && Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, "inbox")).Any());
    }

    [Fact]
    public async Task A_file_that_breaks_off_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<IOException>(() => _inbox.TakeAsync(Ana, "f", new BrokenStream(), null, Most, Cancel));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_folder.Path, "inbox")));
    }

    [Theory]
    [InlineData("../casework")]
    [InlineData("")]
    [InlineData("............")]
    [InlineData("AAAAAAAAAAAA")]
    public async Task Only_ids_that_it_gave_are_found_and_removed(string id)
    {
        await TakeAsync("f", "x");

        Assert.Null(_inbox.Find(id));
        Assert.False(_inbox.Remove(id));
        Assert.Single(_inbox.List());
    }

    [Fact]
    public async Task What_nobody_took_up_within_a_week_is_swept_out()
    {
        var (old, young) = (await TakeAsync("old", "x"), await TakeAsync("young", "x"));
        Directory.SetLastWriteTimeUtc(Path.GetDirectoryName(_inbox.PathOf(old))!, TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-8));

        _inbox.Sweep();

        Assert.Equal([young], _inbox.List());
    }

    private async Task<Upload> TakeAsync(string? name, string content)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(content));
        return await _inbox.TakeAsync(Ana, name, stream, null, Most, Cancel);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("cut");
    }
}
