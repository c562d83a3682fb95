namespace Tocsin.Console.Screens.Detectors;

/// <summary>The page of a detector, and the queue of what it found.</summary>
internal static class DetectorAddress
{
    public static string Of(string name) => $"/detectors/{Uri.EscapeDataString(name)}";

    public static string Queue(string name, string? filter = null) => $"/queue?detector={Uri.EscapeDataString(name)}{(filter is null ? "" : "&" + filter)}";
}
