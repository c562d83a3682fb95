namespace Tocsin.Core.Networks.Layout;

/// <summary>
/// ForceAtlas2 (Jacomy, Venturini, Heymann, Bastian, PLoS ONE 9:e98679, 2014) in its LinLog form, which sets communities apart:
/// all push each other away by degree, ties pull by the logarithm of their length, and a weak gravity holds parts together that
/// nothing ties. Deterministic: it starts where it is told to, and chance plays no part.
/// </summary>
internal sealed class ForceLayout
{
    private const double Push = 2.0;
    private const double Gravity = 0.6;
    private const double SwingAllowed = 1.0;
    private const double MostSpeedUp = 1.5;

    private readonly Graph _graph;
    private readonly double[] _mass;
    private readonly double[] _x, _y, _forceX, _forceY, _beforeX, _beforeY;
    private readonly QuadTree _tree;
    private double _speed = 1;

    public ForceLayout(Graph graph, double[] x, double[] y)
    {
        (_graph, _x, _y) = (graph, x, y);
        _mass = [.. Enumerable.Range(0, graph.Nodes).Select(node => Math.Sqrt(1.0 + graph.Start[node + 1] - graph.Start[node]))];
        (_forceX, _forceY, _beforeX, _beforeY) = (new double[x.Length], new double[x.Length], new double[x.Length], new double[x.Length]);
        _tree = new QuadTree(_mass);
    }

    /// <summary>Moves the points given to the constructor.</summary>
    public void Run(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            _tree.Build(_x, _y);
            for (var node = 0; node < _x.Length; node++) Sum(node);
            Move();
        }
    }

    private void Sum(int node)
    {
        (_beforeX[node], _beforeY[node]) = (_forceX[node], _forceY[node]);
        var (x, y) = _tree.PushOn(node);
        x *= Push * _mass[node];
        y *= Push * _mass[node];
        for (var i = _graph.Start[node]; i < _graph.Start[node + 1]; i++)
        {
            var other = _graph.Neighbour[i];
            double dx = _x[other] - _x[node], dy = _y[other] - _y[node], distance = Math.Sqrt((dx * dx) + (dy * dy));
            if (distance == 0) continue;
            var pull = _graph.Weight[i] * Math.Log(1 + distance) / distance;
            x += pull * dx;
            y += pull * dy;
        }
        var away = Math.Sqrt((_x[node] * _x[node]) + (_y[node] * _y[node]));
        if (away > 0)
        {
            x -= Gravity * _mass[node] * _x[node] / away;
            y -= Gravity * _mass[node] * _y[node] / away;
        }
        (_forceX[node], _forceY[node]) = (x, y);
    }

    /// <summary>Those that swing to and fro go slowly, those that keep their way go fast; the whole as fast as the swinging allows.</summary>
    private void Move()
    {
        double swinging = 0, traction = 0;
        for (var node = 0; node < _x.Length; node++)
        {
            swinging += _mass[node] * Length(_forceX[node] - _beforeX[node], _forceY[node] - _beforeY[node]);
            traction += _mass[node] * Length(_forceX[node] + _beforeX[node], _forceY[node] + _beforeY[node]) / 2;
        }
        if (swinging > 0) _speed = Math.Min(SwingAllowed * traction / swinging, MostSpeedUp * _speed);
        for (var node = 0; node < _x.Length; node++)
        {
            var swing = _mass[node] * Length(_forceX[node] - _beforeX[node], _forceY[node] - _beforeY[node]);
            var factor = 0.1 * _speed / (1 + Math.Sqrt(_speed * swing));
            var length = Length(_forceX[node], _forceY[node]);
            if (length > 0) factor = Math.Min(factor, 10 / length);
            _x[node] += _forceX[node] * factor;
            _y[node] += _forceY[node] * factor;
        }
    }

    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
