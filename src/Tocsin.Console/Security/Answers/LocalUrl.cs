namespace Tocsin.Console.Security.Answers;

/// <summary>Where to go on after signing in: an address on this console, or Home.</summary>
internal static class LocalUrl
{
    private const int MaxLength = 2000;

    /// <summary>The address as given when it is a path on this host; else "/". A browser reads "//x" and "/\x" as another host.</summary>
    public static string Of(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && url.Length <= MaxLength && !url.Any(char.IsControl) ? url : "/";
}
