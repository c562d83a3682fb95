using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Tocsin.Console.Layout.Reading;
using Tocsin.Console.Words;

namespace Tocsin.Console.Tests.Frame;

public sealed class FiguresTests
{
    // web/test/figures.test.ts holds the scripts to the same.
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_000, "1 k")]
    [InlineData(12_400, "12.4 k")]
    [InlineData(99_949, "99.9 k")]
    [InlineData(123_456, "123 k")]
    [InlineData(999_500, "1 M")]
    [InlineData(1_200_000, "1.2 M")]
    public void Big_numbers_are_short(long n, string text) => Assert.Equal(text, Figures.Short(n));

    [Theory]
    [InlineData(5, 5, "no change")]
    [InlineData(5, 0, "new")]
    [InlineData(0, 5, "−100 %")]
    [InlineData(14, 10, "+40 %")]
    [InlineData(35, 10, "× 3.5")]
    [InlineData(200, 10, "× 20")]
    public void A_change_shows_its_size(double now, double before, string text) => Assert.Equal(text, Figures.Change(now, before));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(0.001, "< 1 %")]
    [InlineData(0.62, "62 %")]
    public void A_small_share_is_not_nothing(double share, string text) => Assert.Equal(text, Figures.Percent(share));

    [Theory]
    [InlineData(30, "just now")]
    [InlineData(300, "5 min ago")]
    [InlineData(10_800, "3 h ago")]
    [InlineData(200_000, "2 d ago")]
    [InlineData(-5_400, "in 1 h")]
    [InlineData(1_000_000, "28 Feb")]
    [InlineData(8_800_000, "30 Nov 2025")]
    public void Times_are_told_relative_within_a_week(int secondsAgo, string text)
    {
        var now = new DateTimeOffset(2026, 3, 12, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(text, Moments.Words(English.Words, now.AddSeconds(-secondsAgo), now, "relative"));
    }
}

/// <summary>The texts as they stand in the source.</summary>
internal static class English
{
    public static IStringLocalizer Words { get; } =
        new StringLocalizer<Strings>(new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
}
