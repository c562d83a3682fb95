namespace Tocsin.Console.Layout.Frame;

/// <summary>A part of the console that has its place in the rail.</summary>
/// <param name="Key">The letter that goes there after <c>g</c>.</param>
/// <param name="ForAdmins">Whether it is closed to others.</param>
internal sealed record Room(string Name, string Href, string Icon, char Key, bool ForAdmins = false)
{
    public static IReadOnlyList<Room> All { get; } =
    [
        new("Home", "/", "house", 'h'),
        new("Queue", "/queue", "inbox", 'q'),
        new("Hunt", "/hunt", "search", 'u'),
        new("Networks", "/networks", "waypoints", 'n'),
        new("Detectors", "/detectors", "radar", 'd'),
        new("Import", "/import", "upload", 'i'),
        new("Settings", "/settings", "settings", 's', ForAdmins: true),
    ];
}
