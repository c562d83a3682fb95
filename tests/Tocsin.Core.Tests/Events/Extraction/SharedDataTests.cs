using System.IO.Compression;
using System.Text.Json;
using Tocsin.Core.Events;
using Tocsin.Core.Events.Extraction;
using Tocsin.Core.Events.Text;

namespace Tocsin.Core.Tests.Events.Extraction;

/// <summary>Against real posts and the whole Unicode table, where they are at hand (TOCSIN_DATA).</summary>
public class SharedDataTests
{
    [Theory]
    [InlineData("debate1")]
    [InlineData("march2016")]
    public void Hashtags_and_links_agree_with_those_of_the_source(string name)
    {
        int posts = 0, sameTags = 0, sameLinks = 0;
        foreach (var post in Posts(name))
        {
            var text = post.GetProperty("text").GetString()!;
            var found = ObservableExtractor.Enrich(Some(text)).Observables;
            posts++;
            // The source took figures alone for tags, and full stops after links for part of them.
            sameTags += Agree(post, "hashtags", tag => tag.Any(char.IsLetter) ? tag.ToLowerInvariant() : null, found, ObservableKind.Hashtag);
            sameLinks += Agree(post, "urls", link => link.TrimEnd("?!.,;:)-\"'".ToCharArray()), found, ObservableKind.Url);
        }

        Assert.True(sameTags >= 0.999 * posts, $"tags: {sameTags} of {posts}");
        Assert.True(sameLinks >= 0.998 * posts, $"links: {sameLinks} of {posts}");
    }

    [Fact]
    public void Every_common_look_alike_of_a_letter_is_undone_inside_a_word()
    {
        var path = Path.Combine(Folder(), "unicode", "confusables.txt");
        Assert.SkipUnless(File.Exists(path), $"no shared data at {path}; set TOCSIN_DATA");
        var undone = 0;
        foreach (var parts in File.ReadLines(path).Select(line => line.Split(';')).Where(parts => parts.Length > 2))
        {
            var (from, to) = (Convert.ToInt32(parts[0].Trim(), 16), parts[1].Trim());
            if (to.Length != 4 || Convert.ToInt32(to, 16) is not (>= 'a' and <= 'z') || from is < 0x250 or > 0xffff || !char.IsLetter((char)from))
                continue;
            var folded = TextFolding.Fold($"xq{(char)from}zx");
            undone += folded == $"xq{(char)Convert.ToInt32(to, 16)}zx" ? 1 : 0;
        }

        Assert.True(undone >= 100, $"only {undone}");
    }

    private static int Agree(JsonElement post, string field, Func<string, string?> clean, IEnumerable<Observable> found, ObservableKind kind)
    {
        var named = post.GetProperty(field).EnumerateArray().Select(value => clean(value.GetString()!)).OfType<string>().ToHashSet();
        return named.SetEquals(found.Where(o => o.Kind == kind).Select(o => o.Value)) ? 1 : 0;
    }

    private static IEnumerable<JsonElement> Posts(string name)
    {
        var path = Path.Combine(Folder(), "operations", $"{name}.posts.jsonl.gz");
        Assert.SkipUnless(File.Exists(path), $"no shared data at {path}; set TOCSIN_DATA");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
            yield return JsonDocument.Parse(line).RootElement;
    }

    // The folder beside the repository, whatever directory the tests run in.
    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("TOCSIN_DATA") is { Length: > 0 } named)
            return named;
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "Tocsin.slnx")))
            root = root.Parent;
        return Path.Combine(root?.Parent?.FullName ?? "..", "shared", "data");
    }

    private static IncomingEvent Some(string text) => new(
        new Event { Platform = "x", Id = "1", AccountId = "2", Time = DateTimeOffset.UnixEpoch, Text = text },
        new AccountProfile { Platform = "x", Id = "2" },
        []);
}
