using System.Net;
using Microsoft.AspNetCore.Http;
using Tocsin.Console.Security.Answers;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Headers;

/// <summary>
/// Against DNS rebinding: a name that somebody else made to point here is refused. Literal addresses cannot be rebound, so where
/// we listen beyond loopback any of them is good; names are good when they are this machine's or were named with --host.
/// </summary>
internal sealed class HostCheck(RequestDelegate next, ConsoleOptions options)
{
    private readonly HashSet<string> _names = new(options.Hosts.Append("localhost"), StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context) =>
        IsOurs(context.Request.Host) ? next(context) : Answer.Problem(
            context,
            StatusCodes.Status421MisdirectedRequest,
            L["This console does not answer under that name."],
            L["Start it with --host NAME to have it answer under another name."]);

    private bool IsOurs(HostString host)
    {
        if (!host.HasValue) return false;
        if (_names.Contains(host.Host)) return true;
        if (IPAddress.TryParse(host.Host, out var address)) return !options.OnLoopback || IPAddress.IsLoopback(address);
        return !options.OnLoopback && (Same(host.Host, options.Listen) || Same(host.Host, Dns.GetHostName()));
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
