using FsCheck;
using FsCheck.Fluent;
using Tocsin.Cli.Frame;

namespace Tocsin.Cli.Tests.Frame;

public class SpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("scan", "scan", 0)]
    [InlineData("scna", "scan", 1)]
    [InlineData("scn", "scan", 1)]
    [InlineData("scann", "scan", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_edits_and_swaps(string a, string b, int expected) => Assert.Equal(expected, Spelling.Distance(a, b));

    [Fact]
    public void Distance_is_symmetric_and_zero_only_for_equal_words() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>((a, b) =>
        {
            var distance = Spelling.Distance(a.Get, b.Get);
            return distance == Spelling.Distance(b.Get, a.Get) && (distance == 0) == (a.Get == b.Get);
        }).QuickCheckThrowOnFailure();
}
