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
}
