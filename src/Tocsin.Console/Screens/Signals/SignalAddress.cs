namespace Tocsin.Console.Screens.Signals;

/// <summary>The address of a signal's page.</summary>
internal static class SignalAddress
{
    private const string Prefix = "/signals/";

    public static string Of(string id) => Prefix + Uri.EscapeDataString(id);

    /// <summary>The signal that a page's path is about; null when it is another page.</summary>
    public static string? IdOf(string path) =>
        path.StartsWith(Prefix, StringComparison.Ordinal) && path.IndexOf('/', Prefix.Length) < 0 && path.Length > Prefix.Length ? Uri.UnescapeDataString(path[Prefix.Length..]) : null;
}
