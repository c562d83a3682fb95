using Tocsin.Console.Layout.Reading;

namespace Tocsin.Console.Tests.Frame;

public sealed class SlurMaskTests
{
    [Theory]
    [InlineData("You are a snttbg, he said", "You are a f•••, he said")]
    [InlineData("SNTTBGF!", "F•••!")]
    public void Slurs_are_covered_but_for_their_first_letter(string text, string masked) => Assert.Equal(masked, SlurMask.Cloak(Plain(text)));

    [Theory]
    [InlineData("Scunthorpe, snigger, spick and span, cocoon")]
    [InlineData("the niggardly despicable raccoon")]
    [InlineData("")]
    [InlineData("👩‍👩‍👧 می‌خواهم 東京")]
    public void Words_that_hold_one_by_chance_stay(string text) => Assert.Same(text, SlurMask.Cloak(text));

    // The example stands in rot13 here too.
    private static string Plain(string text) => string.Join(' ', text.Split(' ').Select(word => word.Contains("nttbg", StringComparison.OrdinalIgnoreCase) ? Turn(word) : word));

    private static string Turn(string word) => string.Concat(word.Select(c => c switch
    {
        >= 'a' and <= 'z' => (char)('a' + ((c - 'a' + 13) % 26)),
        >= 'A' and <= 'Z' => (char)('A' + ((c - 'A' + 13) % 26)),
        _ => c,
    }));
}
