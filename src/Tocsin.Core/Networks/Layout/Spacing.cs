namespace Tocsin.Core.Networks.Layout;

/// <summary>Room for nodes: how far apart they must be, and how those too close are moved apart.</summary>
internal static class Spacing
{
    private const double Share = 0.5;
    private const double Least = 0.018;
    private const double Most = 0.09;
    private const int Rounds = 300;
    private const double Enough = 0.9;

    /// <summary>Distance between centres at which nodes drawn at their usual sizes do not touch.</summary>
    public static double Between(int nodes) => Place.Extent * Math.Clamp(Share / Math.Sqrt(Math.Max(1, nodes)), Least, Most);

    /// <summary>Pushes apart, each by half of what is missing, until no two are much closer than they may be.</summary>
    public static void Apart(double[] x, double[] y, double distance)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (PushOnce(x, y, distance) >= Enough * distance) return;
        }
    }

    /// <summary>The least distance found on the way.</summary>
    private static double PushOnce(double[] x, double[] y, double distance)
    {
        var cells = new Dictionary<(int, int), List<int>>();
        var least = double.PositiveInfinity;
        for (var node = 0; node < x.Length; node++)
        {
            var (column, row) = ((int)Math.Floor(x[node] / distance), (int)Math.Floor(y[node] / distance));
            for (var near = 0; near < 9; near++)
            {
                if (!cells.TryGetValue((column + (near % 3) - 1, row + (near / 3) - 1), out var others)) continue;
                foreach (var other in others) least = Math.Min(least, PushPair(x, y, node, other, distance));
            }
            if (!cells.TryGetValue((column, row), out var own)) cells[(column, row)] = own = [];
            own.Add(node);
        }
        return least;
    }

    private static double PushPair(double[] x, double[] y, int a, int b, double distance)
    {
        double dx = x[a] - x[b], dy = y[a] - y[b], length = Math.Sqrt((dx * dx) + (dy * dy));
        if (length >= distance) return length;
        var (towardsX, towardsY) = length > 1e-6 ? (dx / length, dy / length) : Aside(a, b);
        var half = (distance - length) / 2;
        x[a] += towardsX * half;
        y[a] += towardsY * half;
        x[b] -= towardsX * half;
        y[b] -= towardsY * half;
        return length;
    }

    /// <summary>A direction of their own for two that stand on one spot.</summary>
    private static (double X, double Y) Aside(int a, int b)
    {
        var (sine, cosine) = Math.SinCos((31.0 * a) + (17.0 * b));
        return (cosine, sine);
    }
}
