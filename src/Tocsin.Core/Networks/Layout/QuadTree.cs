namespace Tocsin.Core.Networks.Layout;

/// <summary>
/// Sums the repulsion of many points at a cost of n log n (Barnes and Hut, Nature 324:446, 1986): points far away count as one, at
/// the centre of their mass. Rebuilt for every step; its arrays are kept.
/// </summary>
internal sealed class QuadTree
{
    private const double Openness = 1.1;       // greater is faster and coarser
    private const int Deepest = 24;            // points that lie together still end in one cell
    private const int None = -1;
    private const double Nearest = 1e-4;       // squared; keeps the force of two that coincide finite

    private readonly double[] _mass;
    private readonly int[] _next;              // next point in the same cell
    private double[] _cellMass, _cellX, _cellY, _cellSize;
    private int[] _child, _first;
    private int _cells;
    private double[] _x = [], _y = [];
    private double _left, _top;

    public QuadTree(double[] mass)
    {
        _mass = mass;
        _next = new int[mass.Length];
        var cells = Math.Max(16, 4 * mass.Length);
        (_cellMass, _cellX, _cellY, _cellSize) = (new double[cells], new double[cells], new double[cells], new double[cells]);
        (_child, _first) = (new int[4 * cells], new int[cells]);
    }

    public void Build(double[] x, double[] y)
    {
        (_x, _y, _cells) = (x, y, 0);
        (_left, _top) = (x.Min(), y.Min());
        var size = Math.Max(Math.Max(x.Max() - _left, y.Max() - _top), 1e-9);
        _ = NewCell(size);
        for (var point = 0; point < x.Length; point++) Insert(point);
        for (var cell = 0; cell < _cells; cell++)
        {
            _cellX[cell] /= _cellMass[cell];
            _cellY[cell] /= _cellMass[cell];
        }
    }

    /// <summary>Sum over the others of their mass / distance, away from them.</summary>
    public (double X, double Y) PushOn(int point)
    {
        double forceX = 0, forceY = 0;
        Span<int> open = stackalloc int[4 * (Deepest + 2)];
        var depth = 0;
        open[depth++] = 0;
        while (depth > 0)
        {
            var cell = open[--depth];
            double dx = _x[point] - _cellX[cell], dy = _y[point] - _cellY[cell], squared = (dx * dx) + (dy * dy);
            if (_first[cell] != None) PushOfPoints(point, _first[cell], ref forceX, ref forceY);
            else if (_cellSize[cell] * _cellSize[cell] < Openness * Openness * squared)
            {
                forceX += _cellMass[cell] * dx / squared;
                forceY += _cellMass[cell] * dy / squared;
            }
            else
            {
                for (var quarter = 0; quarter < 4; quarter++)
                {
                    if (_child[(4 * cell) + quarter] is var child and not None) open[depth++] = child;
                }
            }
        }
        return (forceX, forceY);
    }

    private void PushOfPoints(int point, int first, ref double forceX, ref double forceY)
    {
        for (var other = first; other != None; other = _next[other])
        {
            if (other == point) continue;
            double dx = _x[point] - _x[other], dy = _y[point] - _y[other];
            if (dx == 0 && dy == 0) dx = point < other ? -Nearest : Nearest;   // two on one spot part sideways
            var squared = Math.Max(Nearest, (dx * dx) + (dy * dy));
            forceX += _mass[other] * dx / squared;
            forceY += _mass[other] * dy / squared;
        }
    }

    private void Insert(int point)
    {
        int cell = 0, depth = 0;
        double left = _left, top = _top;
        while (true)
        {
            Add(cell, point);
            var isLeaf = _child[4 * cell] == None && _child[(4 * cell) + 1] == None && _child[(4 * cell) + 2] == None && _child[(4 * cell) + 3] == None;
            if (isLeaf && (_first[cell] == None || depth >= Deepest))
            {
                (_next[point], _first[cell]) = (_first[cell], point);
                return;
            }
            if (isLeaf) Divide(cell, left, top);
            cell = Quarter(cell, point, ref left, ref top);
            depth++;
        }
    }

    /// <summary>Moves the one point of a leaf into a cell below.</summary>
    private void Divide(int cell, double left, double top)
    {
        var point = _first[cell];
        _first[cell] = None;
        var below = Quarter(cell, point, ref left, ref top);
        Add(below, point);
        (_next[point], _first[below]) = (None, point);
    }

    private int Quarter(int cell, int point, ref double left, ref double top)
    {
        var half = _cellSize[cell] / 2;
        var quarter = 0;
        if (_x[point] > left + half) (quarter, left) = (1, left + half);
        if (_y[point] > top + half) (quarter, top) = (quarter + 2, top + half);
        var place = (4 * cell) + quarter;
        if (_child[place] == None)
        {
            var created = NewCell(half);
            _child[place] = created;
        }
        return _child[place];
    }

    private void Add(int cell, int point)
    {
        _cellMass[cell] += _mass[point];
        _cellX[cell] += _mass[point] * _x[point];
        _cellY[cell] += _mass[point] * _y[point];
    }

    private int NewCell(double size)
    {
        if (_cells == _first.Length) Grow();
        (_cellMass[_cells], _cellX[_cells], _cellY[_cells], _cellSize[_cells], _first[_cells]) = (0, 0, 0, size, None);
        _child.AsSpan(4 * _cells, 4).Fill(None);
        return _cells++;
    }

    private void Grow()
    {
        var cells = 2 * _first.Length;
        Array.Resize(ref _cellMass, cells);
        Array.Resize(ref _cellX, cells);
        Array.Resize(ref _cellY, cells);
        Array.Resize(ref _cellSize, cells);
        Array.Resize(ref _first, cells);
        Array.Resize(ref _child, 4 * cells);
    }
}
