using Tocsin.Cli.Frame;
using Tocsin.Cli.Signals;

namespace Tocsin.Cli.Tests.Signals;

public class SignalPageTests
{
    private static string Print(int members = 3, int most = 20, bool colour = false)
    {
        using var output = new StringWriter();
        SignalPage.Print(Some.Signal(members), new Terminal(output, TextWriter.Null, Colour: colour), most);
        return output.ToString();
    }

    [Theory]
    [InlineData("shared 23 links")]
    [InlineData("very likely (80–95 %)")]
    [InlineData("62 %")]
    [InlineData("created within 3 days")]
    [InlineData("ruled out")]
    [InlineData("STANDS")]
    [InlineData("a00000 user_0 x seeder")]
    [InlineData("seeder")]
    [InlineData("@user_0 in 83 %")]
    [InlineData("31 times")]
    [InlineData("under 0.01")]
    [InlineData("event 1234567890")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("T0049.003")]
    [InlineData("grown")]
    public void Every_part_of_the_explanation_is_there(string part) =>
        Assert.Contains(part, string.Join(' ', Print().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void It_fits_in_100_columns_with_no_blanks_at_line_ends() =>
        Assert.All(Print().Split('\n'), line =>
        {
            Assert.InRange(line.Length, 0, 100);
            Assert.Equal(line.TrimEnd(), line);
        });

    [Fact]
    public void What_adversaries_wrote_cannot_steer_the_terminal()
    {
        var page = Print();

        Assert.DoesNotContain('\u001b', page);
        Assert.DoesNotContain('\u202e', page);
        Assert.Contains("Vote", page);
    }

    [Fact]
    public void Colour_is_used_only_when_asked_and_carries_no_meaning_of_its_own()
    {
        var coloured = Print(colour: true);

        Assert.Contains("\u001b[", coloured);
        Assert.Equal(Print(), System.Text.RegularExpressions.Regex.Replace(coloured, @"\u001b\[[0-9;]*m", "", default, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public void Of_many_accounts_the_first_are_shown_and_all_are_counted()
    {
        var page = Print(members: 50, most: 5);

        Assert.Contains("Accounts (5 of 50)", page);
        Assert.Contains("a00004", page);
        Assert.DoesNotContain("a00005", page);
    }
}
