using FsCheck;
using FsCheck.Fluent;
using Tocsin.Core.Detection.NearText;
using Tocsin.Core.Tests.Events.Text;

namespace Tocsin.Core.Tests.Detection.NearText;

public class TextDifferenceTests
{
    [Theory]
    [InlineData("vote for Anna today", "vote for Bob today", "=vote for |-Anna|+Bob|= today")]
    [InlineData("same", "same", "=same")]
    [InlineData("", "new", "+new")]
    [InlineData("old", "", "-old")]
    [InlineData("a b c", "a c", "=a |-b |=c")]
    [InlineData("今日は東京", "今日は大阪", "=今日は|-東京|+大阪")]
    [InlineData("go!!", "go!", "=go!|-!")]
    public void Texts_are_compared_word_by_word(string from, string to, string pieces) => Assert.Equal(pieces, Written(from, to));

    [Fact]
    public void Pieces_give_both_texts_back() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(
        Texts.Hostile, Texts.Hostile, (from, to) => Given(from, to, TextChange.Removed) == from && Given(from, to, TextChange.Added) == to));

    [Fact]
    public void Very_long_differences_are_told_whole()
    {
        var (from, to) = (string.Join(' ', Enumerable.Range(0, 5_000)), string.Join(' ', Enumerable.Range(5_000, 5_000)));
        var pieces = TextDifference.Between("x " + from, "x " + to);
        Assert.Equal([TextChange.Same, TextChange.Removed, TextChange.Added], pieces.Select(piece => piece.Change));
    }

    [Theory]
    [InlineData("Buy NOW at https://a.example/1 @bob 50% off!", "buy now at https://b.example/2 @al 70% off", 1)]
    [InlineData("the quick brown fox jumps over the lazy dog", "the quick brown fox jumped over the lazy dog", 0.7)]
    [InlineData("something about cats", "nothing like it at all", 0)]
    [InlineData("!!!", "???", 0)]
    public void Likeness_is_that_of_the_masked_texts(string a, string b, double least)
    {
        var likeness = new TextLikeness(a);
        Assert.InRange(likeness.To(b), least, least == 0 ? 0.2 : 1);
        Assert.Equal(likeness.To(b), new TextLikeness(b).To(a));
        Assert.Equal(least == 0 && a == "!!!" ? 0 : 1, likeness.To(a));
    }

    private static string Written(string from, string to) =>
        string.Join('|', TextDifference.Between(from, to).Select(piece => $"{"=-+"[(int)piece.Change]}{piece.Text}"));

    private static string Given(string from, string to, TextChange change) =>
        string.Concat(TextDifference.Between(from, to).Where(piece => piece.Change == TextChange.Same || piece.Change == change).Select(piece => piece.Text));
}
