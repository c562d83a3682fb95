using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Tests.Events.Urls;

public class UrlFinderTests
{
    [Theory]
    [InlineData("see https://t.co/72SarmkX5V.", "https://t.co/72SarmkX5V")]
    [InlineData("(https://en.wikipedia.org/wiki/Rose_(flower))", "https://en.wikipedia.org/wiki/Rose_(flower)")]
    [InlineData("\"http://a.example/x?y=1\", and", "http://a.example/x?y=1")]
    [InlineData("<a href='https://a.example/b'>", "https://a.example/b")]
    [InlineData("seehttps://t.co/a http://t.co/b!!", "https://t.co/a http://t.co/b")]
    [InlineData("見てhttps://example.com/a、すごい", "https://example.com/a")]
    [InlineData("https://example.com/abcを見て", "https://example.com/abc")]
    [InlineData("https://例え.テスト/x です", "https://例え.テスト/x")]
    [InlineData("at example.com/x and www.example.de, or news.example.co.uk", "example.com/x www.example.de news.example.co.uk")]
    [InlineData("bit.ly/2aBc t.me/+code youtu.be/x", "bit.ly/2aBc t.me/+code youtu.be/x")]
    [InlineData("visit scam-site.xyz today", "scam-site.xyz")]
    [InlineData("http://192.168.0.1:8080/a 10.0.0.1/b", "http://192.168.0.1:8080/a 10.0.0.1/b")]
    public void Finds_addresses(string text, string found) => Assert.Equal(found, string.Join(' ', Find(text)));

    [Theory]
    [InlineData("the end.Then it was over...or not.")]
    [InlineData("finished.It was done.so what")]
    [InlineData("node.js, readme.md, main.rs and script.py, v1.2.3, 3.14")]
    [InlineData("someone@example.com @user.com")]
    [InlineData("e.g. the U.S.A. at 5 p.m. etc.")]
    [InlineData("://nothing here: // http://")]
    [InlineData("git://example.org?")]
    public void Leaves_words_alone(string text) => Assert.Empty(Find(text));

    [Theory]
    [InlineData("hxxps[:]//evil[.]example/a", "https://evil.example/a")]
    [InlineData("hxxp://evil(.)com", "http://evil.com")]
    [InlineData("evil[dot]com/login", "evil.com/login")]
    [InlineData("nothing to do", "nothing to do")]
    public void Refangs(string text, string refanged) => Assert.Equal(refanged, Defanging.Refang(text));

    private static List<string> Find(string text)
    {
        var found = new List<string>();
        for (var from = 0; UrlFinder.TryNext(text, from, out var start, out var end); from = end)
            found.Add(text[start..end]);
        return found;
    }
}
