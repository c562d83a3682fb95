using Tocsin.Core.Events.Urls;

namespace Tocsin.Core.Tests.Events.Urls;

public class PublicSuffixesTests
{
    // From the list's own test data (https://publicsuffix.org/list/, "Test Data", public domain).
    [Theory]
    [InlineData("com", "")]
    [InlineData("example.com", "example.com")]
    [InlineData("b.example.com", "example.com")]
    [InlineData("a.b.example.com", "example.com")]
    [InlineData("example", "")] // unlisted
    [InlineData("b.example.example", "example.example")]
    [InlineData("biz", "")]
    [InlineData("domain.biz", "domain.biz")]
    [InlineData("uk.com", "")]
    [InlineData("a.b.example.uk.com", "example.uk.com")]
    [InlineData("test.ac", "test.ac")]
    [InlineData("mm", "")] // only a wildcard
    [InlineData("c.mm", "")]
    [InlineData("b.c.mm", "b.c.mm")]
    [InlineData("a.b.c.mm", "b.c.mm")]
    [InlineData("jp", "")]
    [InlineData("www.test.jp", "test.jp")]
    [InlineData("ac.jp", "")]
    [InlineData("www.test.ac.jp", "test.ac.jp")]
    [InlineData("kyoto.jp", "")]
    [InlineData("ide.kyoto.jp", "")]
    [InlineData("a.b.ide.kyoto.jp", "b.ide.kyoto.jp")]
    [InlineData("c.kobe.jp", "")]
    [InlineData("a.b.c.kobe.jp", "b.c.kobe.jp")]
    [InlineData("city.kobe.jp", "city.kobe.jp")] // exception
    [InlineData("www.city.kobe.jp", "city.kobe.jp")]
    [InlineData("test.ck", "")]
    [InlineData("a.b.test.ck", "b.test.ck")]
    [InlineData("www.www.ck", "www.ck")]
    [InlineData("k12.ak.us", "")]
    [InlineData("www.test.k12.ak.us", "test.k12.ak.us")]
    [InlineData("www.xn--85x722f.com.cn", "xn--85x722f.com.cn")]
    [InlineData("shishi.xn--fiqs8s", "shishi.xn--fiqs8s")]
    [InlineData("xn--55qx5d.cn", "")]
    [InlineData("me.github.io", "me.github.io")] // private rule
    public void Finds_what_was_registered(string host, string registrable) =>
        Assert.Equal(registrable, PublicSuffixes.RegistrableDomain(host).ToString());

    [Fact]
    public void Knows_top_level_domains()
    {
        Assert.True(PublicSuffixes.IsTopLevel("com"));
        Assert.True(PublicSuffixes.IsTopLevel("xn--p1ai"));
        Assert.False(PublicSuffixes.IsTopLevel("then"));
    }
}
