using Tocsin.Cli.Frame;

namespace Tocsin.Cli.Tests.Frame;

public class FiguresTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1_000, "1 k")]
    [InlineData(12_345, "12.3 k")]
    [InlineData(123_456, "123 k")]
    [InlineData(1_200_000, "1.2 M")]
    [InlineData(3_000_000_000, "3 G")]
    public void Counts_are_shortened(long n, string expected) => Assert.Equal(expected, Figures.Short(n));

    [Theory]
    [InlineData(0.4, "0 s")]
    [InlineData(119, "119 s")]
    [InlineData(120, "2 min")]
    [InlineData(7_200, "2 h")]
    [InlineData(172_800, "2 d")]
    public void Spans_are_said_in_the_unit_that_fits(double seconds, string expected) => Assert.Equal(expected, Figures.Span(seconds));
}
