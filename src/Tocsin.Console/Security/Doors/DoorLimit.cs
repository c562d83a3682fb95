using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Tocsin.Console.Security.Answers;
using static Tocsin.Console.Words.Marked;

namespace Tocsin.Console.Security.Doors;

/// <summary>How often one address may try the doors: sign-in, second step, passkey, invite, set-up. Loopback is no exception.</summary>
internal static class DoorLimit
{
    public const string Policy = "doors";
    public const int Tries = 30;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Add(RateLimiterOptions options)
    {
        options.AddPolicy(Policy, context => RateLimitPartition.GetSlidingWindowLimiter(
            Network(context.Connection.RemoteIpAddress),
            _ => new() { PermitLimit = Tries, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 }));
        options.OnRejected = (rejected, _) => new(Refuse(rejected.HttpContext));
    }

    public static Task Refuse(HttpContext context)
    {
        context.Response.Headers.RetryAfter = ((int)Window.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Answer.Problem(context, StatusCodes.Status429TooManyRequests, L["Too many tries."], L["Wait a minute, then try again."]);
    }

    /// <summary>One IPv6 customer has a whole /64 to come from.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.GetAddressBytes() is { Length: 16 } bytes ? Convert.ToHexString(bytes.AsSpan(0, 8)) : address.ToString();
    }
}
