using Tocsin.Core.Detection.Coordination.Coactions;

namespace Tocsin.Core.Tests.Detection.Coordination.Coactions;

public class MedianWeightTests
{
    [Theory]
    [InlineData(new[] { 1 }, 1)]
    [InlineData(new[] { 1, 4 }, 2.5)]
    [InlineData(new[] { 5, 1, 1 }, 1)]
    [InlineData(new[] { 3, 1, 2, 9 }, 2.5)]
    public void It_is_the_middle_or_half_way_between_the_two_middles(int[] weights, double median) =>
        Assert.Equal(median, MedianWeight.Of([.. weights.Select(weight => new CoShareEdge(0, 1, weight, 1, 1, 0))]));

    [Fact]
    public void Without_edges_it_is_zero() => Assert.Equal(0, MedianWeight.Of([]));
}
