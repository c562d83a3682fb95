using Tocsin.Console.Layout.Reading;

namespace Tocsin.Console.Tests.Frame;

public sealed class OutsideTests
{
    [Theory]
    [InlineData("https://login.example.com/a.b?c=d.e", "hxxps://login[.]example[.]com/a.b?c=d.e")]
    [InlineData("HTTP://Example.com", "hxxp://Example[.]com")]
    [InlineData("ftp://files.example.org/x", "fxp://files[.]example[.]org/x")]
    [InlineData("example.com", "example[.]com")]
    [InlineData("javascript:alert(1)", "javascript:alert(1)")]
    public void An_address_becomes_harmless(string url, string harmless) => Assert.Equal(harmless, Defanging.Address(url));

    [Fact]
    public void Addresses_in_running_text_become_harmless_and_the_rest_stays() =>
        Assert.Equal("Go to hxxps://a[.]example/x, then hxxp://b[.]example. See e.g. this.", Defanging.Text("Go to https://a.example/x, then http://b.example. See e.g. this."));

    [Theory]
    [InlineData("a\u202eb", "a⟨U+202E⟩b")]
    [InlineData("\0", "⟨U+0000⟩")]
    [InlineData("tab\tand\nline", "tab\tand\nline")]
    [InlineData("👩‍👩‍👧 می‌خواهم", "👩‍👩‍👧 می‌خواهم")]
    [InlineData("soft\u00adhyphen\u200b", "soft⟨U+00AD⟩hyphen⟨U+200B⟩")]
    public void Characters_that_hide_become_visible(string text, string seen) => Assert.Equal(seen, Visible.Text(text));

    [Theory]
    [InlineData("abcdef", 10, 6)]
    [InlineData("abcdef", 3, 3)]
    [InlineData("ab👩‍👩‍👧cd", 5, 2)]
    [InlineData("e\u0301e\u0301", 3, 2)]
    public void A_cut_leaves_characters_whole(string text, int length, int at) => Assert.Equal(at, OutsideText.CutAt(text, length));

    [Fact]
    public void A_stack_of_marks_without_end_is_cut_through() => Assert.Equal(100, OutsideText.CutAt("a" + new string('\u0301', 500), 100));

    [Fact]
    public void Marks_split_a_text_and_nothing_is_lost()
    {
        const string text = "buy now at the best price";
        var pieces = OutsideText.Pieces(text, [4..7, 6..10, 20..99], 0, text.Length).ToList();
        Assert.Equal(text, string.Concat(pieces.Select(piece => piece.Text)));
        Assert.Equal(["now", " at", "price"], pieces.Where(piece => piece.Marked).Select(piece => piece.Text));
    }

    [Fact]
    public void Signs_part_what_reads_from_what_hides() =>
        Assert.Equal([("a", (char?)null), ("", '\u202e'), ("", '\u200b'), ("b", null)], OutsideText.Signs("a\u202e\u200bb"));
}
