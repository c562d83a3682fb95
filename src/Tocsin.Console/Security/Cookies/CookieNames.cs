using System.Security.Cryptography;
using System.Text;

namespace Tocsin.Console.Security.Cookies;

/// <summary>
/// The names of our cookies. A browser keeps cookies by host, not by port: each workspace has names of its own, so that two
/// consoles on one machine do not sign each other's people out.
/// </summary>
internal sealed record CookieNames(string Session, string SecondStep, string Csrf, string Notice)
{
    public static CookieNames Of(ConsoleOptions options)
    {
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(options.Workspace))).AsSpan(0, 4));
        return new($"tocsin-{mark}", $"tocsin-{mark}-step", $"tocsin-{mark}-csrf", $"tocsin-{mark}-notice");
    }
}
