using Tocsin.Console.Screens.Signals;
using Tocsin.Core.Detection;

namespace Tocsin.Console.Tests.Screens.Signals;

public sealed class GraphSketchTests
{
    [Fact]
    public void All_dots_lie_within_the_box()
    {
        var sketch = Sketch([(-10_000, -300), (10_000, 400), (12, 0)], (0, 1, 9));
        Assert.All(sketch.Dots, dot => Assert.True(dot.X >= dot.Radius && dot.X <= 300 - dot.Radius && dot.Y >= dot.Radius && dot.Y <= 120 - dot.Radius));
    }

    [Fact]
    public void The_layout_is_not_stretched()
    {
        var dots = Sketch([(0, 0), (100, 0), (0, 100)]).Dots;
        Assert.Equal(dots[1].X - dots[0].X, dots[2].Y - dots[0].Y, 1);
    }

    [Fact]
    public void A_lone_account_stands_in_the_middle()
    {
        var dot = Assert.Single(Sketch([(5000, -700)]).Dots);
        Assert.Equal((150, 60), (dot.X, dot.Y));
    }

    [Fact]
    public void Only_the_strongest_ties_are_drawn()
    {
        var sketch = Sketch([(0, 0), (1, 0), (0, 1)], (0, 1, 1), (1, 2, 5), (0, 2, 3));
        Assert.Equal(2, sketch.Lines.Count);
        Assert.Equal((sketch.Dots[1].X, sketch.Dots[2].Y), (sketch.Lines[0].X1, sketch.Lines[0].Y2));
    }

    [Fact]
    public void Nothing_gives_an_empty_picture() => Assert.Empty(Sketch([]).Dots);

    private static GraphSketch Sketch((double X, double Y)[] points, params (int A, int B, double Bits)[] links) => GraphSketch.Of(
        [.. points.Select((p, i) => new GraphSketch.Point(p.X, p.Y, Role.Member, i, $"@{i}"))],
        links.Select(link => new GraphSketch.Link(link.A, link.B, link.Bits)), 300, 120, mostLinks: 2);
}
