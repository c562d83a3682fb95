using Tocsin.Core.Detection;

namespace Tocsin.Core.Networks.Layout;

/// <summary>By role, from left to right: who seeds, who stands between networks, the others, who amplifies, and last the fringe.
/// Each layer is a block as tall as the frame, ordered so that those of one community stand together.</summary>
internal static class LayeredLayout
{
    private const double HalfHeight = 0.62 * Place.Extent;   // screens are wide
    private const double Gap = 2.5;                          // between layers, in steps
    private const double Shrink = 0.96;

    public static Place[] Of(IReadOnlyList<NetworkAccount> accounts)
    {
        var layers = Enumerable.Range(0, accounts.Count).GroupBy(node => LayerOf(accounts[node])).OrderBy(layer => layer.Key).Select(layer => layer
            .OrderBy(node => accounts[node].Community).ThenBy(node => accounts[node].Places.Free.Y).ThenBy(node => node).ToArray()).ToArray();
        var places = new Place[accounts.Count];
        var step = Step(layers);
        var x = -Width(layers, step) / 2;
        foreach (var layer in layers)
        {
            var columns = Columns(layer.Length, step);
            var rows = (layer.Length + columns - 1) / columns;
            for (var i = 0; i < layer.Length; i++)
                places[layer[i]] = new Place((int)(x + (i / rows * step)), (int)(((i % rows) - ((rows - 1) / 2.0)) * step));
            x += (columns - 1 + Gap) * step;
        }
        return places;
    }

    private static int LayerOf(NetworkAccount account) => account switch
    {
        { IsMember: false } => 4,
        { Role: Role.Seeder } => 0,
        { Role: Role.Bridge } => 1,
        { Role: Role.Amplifier } => 3,
        _ => 2,
    };

    /// <summary>The greatest step at which all layers fit beside each other.</summary>
    private static double Step(int[][] layers)
    {
        var step = Place.Extent * 0.2;
        while (Width(layers, step) > 2.0 * Place.Extent) step *= Shrink;
        return step;
    }

    private static double Width(int[][] layers, double step) =>
        (layers.Sum(layer => Columns(layer.Length, step) - 1) + (Gap * (layers.Length - 1))) * step;

    private static int Columns(int nodes, double step)
    {
        var rows = Math.Max(1, (int)(2 * HalfHeight / step) + 1);
        return (nodes + rows - 1) / rows;
    }
}
