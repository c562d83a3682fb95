using FsCheck;
using FsCheck.Fluent;
using Tocsin.Cli.Frame;

namespace Tocsin.Cli.Tests.Frame;

public class PlainTests
{
    [Theory]
    [InlineData(" a \r\n\tb ", "a b")]
    [InlineData("a\u001b[31mb", "a\uFFFD[31mb")]
    [InlineData("a\u202eb\u2066", "a\uFFFDb\uFFFD")]
    [InlineData("👩\u200d💻", "👩\u200d💻")]
    [InlineData("[red]x[/]", "[red]x[/]")]
    public void Text_becomes_one_harmless_line(string text, string expected) => Assert.Equal(expected, Plain.Line(text));

    [Fact]
    public void A_cut_line_ends_in_an_ellipsis_and_never_in_half_a_character()
    {
        Assert.Equal("abc…", Plain.Line("abcdef", 4));
        Assert.Equal("abcd", Plain.Line("abcd", 4));
        Assert.Equal("ab…", Plain.Line("ab👩👩", 4));
    }

    [Fact]
    public void Nothing_that_moves_the_cursor_gets_through() =>
        Prop.ForAll<NonNull<string>>(text => !Plain.Line(text.Get).Any(char.IsControl)).QuickCheckThrowOnFailure();
}
