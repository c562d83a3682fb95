using System.Net;
using Microsoft.AspNetCore.Http;

namespace Tocsin.Console.Security.Proxy;

/// <summary>Who is at the other end of the connection, kept before forwarded headers replace it by the client's address.</summary>
internal sealed record PeerAddress(IPAddress? Address)
{
    public static Task Keep(HttpContext context, RequestDelegate next)
    {
        context.Features.Set(new PeerAddress(context.Connection.RemoteIpAddress));
        return next(context);
    }

    public static IPAddress? Of(HttpContext context) => context.Features.Get<PeerAddress>()?.Address;
}
