using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Events.Urls;
using Tocsin.Core.Tests.Events.Text;

namespace Tocsin.Core.Tests.Events.Urls;

public class NormalUrlTests
{
    [Theory]
    [InlineData("HTTP://Example.COM", "http://example.com/")]
    [InlineData("example.com/Path", "https://example.com/Path")]
    [InlineData("https://example.com:443/a", "https://example.com/a")]
    [InlineData("http://example.com:80", "http://example.com/")]
    [InlineData("https://example.com:8443/a", "https://example.com:8443/a")]
    [InlineData("https://example.com./a", "https://example.com/a")]
    [InlineData("https://user:pw@example.com/a", "https://example.com/a")]
    [InlineData("https://example.com/a#part", "https://example.com/a")]
    [InlineData("https://example.com/#!/page", "https://example.com/#!/page")]
    [InlineData("https://example.com/a/./b/../c", "https://example.com/a/c")]
    [InlineData("https://example.com/%7euser/%e4%bd%a0/%2F", "https://example.com/~user/%E4%BD%A0/%2F")]
    [InlineData("https://example.com/你 好/100%", "https://example.com/%E4%BD%A0%20%E5%A5%BD/100%25")]
    [InlineData("https://example.com/a?b=2&a=1&a=0", "https://example.com/a?a=1&a=0&b=2")]
    [InlineData("https://example.com/a?utm_source=x&id=7&fbclid=abc&UTM_Medium=y", "https://example.com/a?id=7")]
    [InlineData("https://example.com/a?gclid=1", "https://example.com/a")]
    [InlineData("https://x.com/u/status/1?s=20&t=abc", "https://x.com/u/status/1")]
    [InlineData("https://example.com/a?s=20&t=abc", "https://example.com/a?s=20&t=abc")] // elsewhere they may mean something
    [InlineData("https://www.youtube.com/watch?v=abc&si=xyz&feature=share", "https://www.youtube.com/watch?v=abc")]
    [InlineData("https://bücher.example/straße", "https://xn--bcher-kva.example/stra%C3%9Fe")]
    [InlineData("https://пример.рф", "https://xn--e1afmkfd.xn--p1ai/")]
    [InlineData("https://t.co/AbC123", "https://t.co/AbC123")] // a shortener stays
    [InlineData("http://3232235777/x", "http://192.168.1.1/x")]
    [InlineData("http://0300.0250.1.1", "http://192.168.1.1/")]
    [InlineData("http://0xc0.0xa8.0x1.0x1/", "http://192.168.1.1/")]
    [InlineData("http://[2001:DB8:0::1]:8080/", "http://[2001:db8::1]:8080/")]
    [InlineData(@"https:\\example.com\a", "https://example.com/a")]
    public void Writes_equal_addresses_alike(string url, string normal) => Assert.Equal(normal, NormalUrl.Parse(url)?.Text);

    [Theory]
    [InlineData("")]
    [InlineData("https://")]
    [InlineData("javascript://example.com/%0aalert(1)")]
    [InlineData("https://exa mple.com/")]
    [InlineData("https://example.com:99999/")]
    [InlineData("http://256.1.1.1/")]
    [InlineData("http://1.2.3.4.5/")]
    [InlineData("http://[::1/")]
    [InlineData("mailto:someone@example.com")]
    public void Refuses_what_is_no_web_address(string url) => Assert.Null(NormalUrl.Parse(url));

    [Theory]
    [InlineData("https://a.b.example.co.uk/", "example.co.uk")]
    [InlineData("https://me.github.io/", "me.github.io")]
    [InlineData("https://github.io/", "github.io")]
    [InlineData("http://192.168.1.1/", "192.168.1.1")]
    [InlineData("http://[::1]/", "[::1]")]
    public void Names_the_domain(string url, string domain) => Assert.Equal(domain, NormalUrl.Parse(url)?.Domain);

    [Fact]
    public void Normalising_twice_is_normalising_once() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Texts.Hostile, rest =>
            NormalUrl.Parse("http://example.com/" + rest) is not { } url || NormalUrl.Parse(url.Text) == url));

    [Fact]
    public void Any_text_parses_or_not_but_never_throws() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Texts.Hostile, text => NormalUrl.Parse(text) is null or { Host.Length: > 0 }));
}
