namespace Tocsin.Core.Networks.Layout;

/// <summary>Brings a layout into the frame: turned so that it lies, centred, and scaled to the extent.</summary>
internal static class Framing
{
    private const double Usual = 0.98;
    private const double RoomForFringe = 0.84;

    /// <summary>Puts the middle of the members into the middle and their longer way from left to right, as screens are wide.</summary>
    public static void Turn(double[] x, double[] y, int members)
    {
        Centre(x, y, members);
        double xx = 0, xy = 0, yy = 0;
        for (var i = 0; i < members; i++)
        {
            xx += x[i] * x[i];
            xy += x[i] * y[i];
            yy += y[i] * y[i];
        }
        var (sine, cosine) = Math.SinCos(-0.5 * Math.Atan2(2 * xy, xx - yy));
        for (var i = 0; i < x.Length; i++) (x[i], y[i]) = ((cosine * x[i]) - (sine * y[i]), (sine * x[i]) + (cosine * y[i]));
    }

    /// <summary>Scales so that the members fill the frame; the few who fly far off are brought to its edge, the fringe onto a circle within it.</summary>
    public static void Fit(double[] x, double[] y, int members)
    {
        var reach = x.Take(members).Select((value, i) => Math.Max(Math.Abs(value), Math.Abs(y[i]))).Order().ToArray();
        var usual = reach.Length == 0 ? 0 : reach[(int)((reach.Length - 1) * Usual)];
        if (usual <= 0) return;
        var scale = (members == x.Length ? 1 : RoomForFringe) * Place.Extent / usual;
        for (var i = 0; i < x.Length; i++)
        {
            var far = (i < members ? Math.Max(Math.Abs(x[i]), Math.Abs(y[i])) : Math.Sqrt((x[i] * x[i]) + (y[i] * y[i]))) * scale / Place.Extent;
            var own = far > 1 ? scale / far : scale;
            (x[i], y[i]) = (x[i] * own, y[i] * own);
        }
    }

    /// <summary>Shrinks what reaches beyond the extent, and rounds.</summary>
    public static Place[] Round(double[] x, double[] y)
    {
        var reach = Math.Max(1, x.Concat(y).Select(Math.Abs).DefaultIfEmpty().Max() / Place.Extent);
        return [.. x.Select((value, i) => new Place((int)Math.Round(value / reach), (int)Math.Round(y[i] / reach)))];
    }

    private static void Centre(double[] x, double[] y, int members)
    {
        if (members == 0) return;
        double middleX = x.Take(members).Average(), middleY = y.Take(members).Average();
        for (var i = 0; i < x.Length; i++) (x[i], y[i]) = (x[i] - middleX, y[i] - middleY);
    }
}
