namespace Tocsin.Console.Layout.Frame;

/// <summary>A part of the console that has its place in the rail.</summary>
/// <param name="Key">The letter that goes there after <c>g</c>.</param>
/// <param name="IsFor">Whom it is shown to; null: to everybody.</param>
internal sealed record Room(string Name, string Href, string Icon, char Key, Func<IViewer, bool>? IsFor = null)
{
    public static IReadOnlyList<Room> All { get; } =
    [
        new("Home", "/", "house", 'h'),
        new("Queue", "/queue", "inbox", 'q'),
        new("Hunt", "/hunt", "search", 'u'),
        new("Networks", "/networks", "waypoints", 'n'),
        new("Detectors", "/detectors", "radar", 'd'),
        new("Import", "/import", "upload", 'i', viewer => viewer.MayWrite),
        new("Settings", "/settings", "settings", 's', viewer => viewer.MayAdminister),
    ];
}
