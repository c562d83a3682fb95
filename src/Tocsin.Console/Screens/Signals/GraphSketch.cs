using Tocsin.Core.Detection;

namespace Tocsin.Console.Screens.Signals;

/// <summary>A dot of a sketch, in units of its view box.</summary>
public readonly record struct SketchDot(double X, double Y, double Radius, Role Role, string Name);

public readonly record struct SketchLine(double X1, double Y1, double X2, double Y2, bool Strong);

/// <summary>
/// A small still picture of a network: the strongest accounts where the network screen shows them, and the strongest ties between
/// them. Everything is drawn within the box, however the layout is stretched.
/// </summary>
public sealed record GraphSketch(int Width, int Height, IReadOnlyList<SketchDot> Dots, IReadOnlyList<SketchLine> Lines)
{
    private const double Margin = 10;
    private const double Smallest = 2.5, Largest = 6.5;

    /// <summary>An account to draw; <c>X</c> and <c>Y</c> in any unit.</summary>
    public readonly record struct Point(double X, double Y, Role Role, double Bits, string Name);

    /// <summary>A tie to draw, by place of its ends in the points.</summary>
    public readonly record struct Link(int A, int B, double Bits);

    public static GraphSketch Of(IReadOnlyList<Point> points, IEnumerable<Link> links, int width, int height, int mostLinks)
    {
        if (points.Count == 0) return new(width, height, [], []);
        double left = points.Min(p => p.X), right = points.Max(p => p.X), top = points.Min(p => p.Y), bottom = points.Max(p => p.Y);
        var scale = Math.Min((width - (2 * Margin)) / Math.Max(right - left, 1e-9), (height - (2 * Margin)) / Math.Max(bottom - top, 1e-9));
        if (right - left < 1e-9 && bottom - top < 1e-9) scale = 0;   // one point, or all in one place: the middle
        var most = Math.Max(points.Max(p => p.Bits), 1e-9);
        var dots = points.Select(p => new SketchDot(
            Math.Round((width / 2.0) + ((p.X - ((left + right) / 2)) * scale), 1), Math.Round((height / 2.0) + ((p.Y - ((top + bottom) / 2)) * scale), 1),
            Math.Round(Smallest + ((Largest - Smallest) * Math.Sqrt(Math.Max(p.Bits, 0) / most)), 1), p.Role, p.Name)).ToArray();
        var drawn = links.OrderByDescending(link => link.Bits).ThenBy(link => link.A).ThenBy(link => link.B).Take(mostLinks).ToArray();
        var strong = drawn.Length / 4;
        return new(width, height, dots, [.. drawn.Select((link, i) => Line(dots[link.A], dots[link.B], i < strong))]);
    }

    private static SketchLine Line(SketchDot a, SketchDot b, bool strong) => new(a.X, a.Y, b.X, b.Y, strong);
}
