using System.Text.RegularExpressions;
using Tocsin.Core.Events.Hunting;

namespace Tocsin.Core.Tests.Events.Hunting;

/// <summary>What docs/hunting.md says of the language is true.</summary>
public partial class DocumentedHuntsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "hunting.md"));

    [Fact]
    public void Every_hunt_in_a_table_reads()
    {
        var typed = Rows().Select(row => row[0]).ToList();
        Assert.True(typed.Count > 20, $"only {typed.Count} hunts were found");
        Assert.All(typed, text => HuntQuery.Parse(text));
    }

    [Fact]
    public void What_is_said_to_be_read_as_something_is()
    {
        var pairs = Rows().Where(row => row.Count == 2 && HuntField.All.Any(field => row[1].StartsWith(field.Name + ":"))).ToList();
        Assert.True(pairs.Count >= 10, $"only {pairs.Count} pairs were found");
        Assert.All(pairs, row => Assert.Equal(row[1], HuntQuery.Parse(row[0]).ToString()));
    }

    [Theory]
    [InlineData("cafe", "CAFÉ")]
    [InlineData("елка", "Ёлка")]
    [InlineData("free", "𝐅𝐫𝐞𝐞")]
    public void Examples_of_what_does_not_matter_hold(string word, string text)
    {
        Assert.Contains($"`{word}` finds {text}", Page);
        Assert.NotEmpty(HuntQuery.Parse(word).Marks(text));
    }

    [Fact]
    public void Every_field_is_named() => Assert.All(HuntField.All, field => Assert.Contains($"{field.Name}", Page));

    private static IEnumerable<List<string>> Rows() =>
        Page.Split('\n').Where(line => line.StartsWith("| `")).Select(line => Code().Matches(line).Select(match => match.Groups["code"].Value).ToList());

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Tocsin.slnx")))
            folder = Path.GetDirectoryName(folder)!;
        return folder;
    }

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
