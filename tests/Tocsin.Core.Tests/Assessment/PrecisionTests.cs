using Tocsin.Core.Assessment;

namespace Tocsin.Core.Tests.Assessment;

public class PrecisionTests
{
    // Brown, Cai and DasGupta, Statistical Science 16:101 (2001), and R's prop.test(correct = FALSE).
    [Theory]
    [InlineData(8, 10, 0.4901625, 0.9433178)]
    [InlineData(5, 10, 0.2365931, 0.7634069)]
    [InlineData(0, 10, 0, 0.2775328)]
    [InlineData(10, 10, 0.7224672, 1)]
    [InlineData(1, 1, 0.2065493, 1)]
    public void The_interval_is_Wilsons(int right, int judged, double low, double high)
    {
        var interval = new Precision(right, judged).Interval;
        Assert.Equal(low, interval.Low, 6);
        Assert.Equal(high, interval.High, 6);
    }

    [Fact]
    public void Nothing_judged_says_nothing()
    {
        Assert.Null(new Precision(0, 0).Share);
        Assert.Equal((0, 1), new Precision(0, 0).Interval);
    }
}
