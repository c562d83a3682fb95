using System.Globalization;

namespace Tocsin.Console.Screens.Handling;

/// <summary>A signal as the person who acts has seen it.</summary>
public readonly record struct SignalTarget(string Id, int Version)
{
    private const int LongestId = 64;

    /// <summary>As forms carry it: <c>N-7F3K2M.4</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Version}");

    /// <summary>Null when it is not one.</summary>
    public static SignalTarget? Parse(string? text) =>
        text?.LastIndexOf('.') is { } dot and > 0 and <= LongestId && int.TryParse(text.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new(text[..dot], version)
            : null;
}
