using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Tocsin.Console.Api.Problems;
using Tocsin.Console.Security.Doors;

namespace Tocsin.Console.Api.Limits;

/// <summary>How often a token may ask. Who comes with a cookie is a person in a browser and is not counted here.</summary>
internal static class ApiLimit
{
    public const string Requests = "api";
    public const string Ingest = "api-ingest";
    public const int PerMinute = 600;
    private const int SideBySide = 4;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void Add(RateLimiterOptions options)
    {
        options.AddPolicy(Requests, context => Sender(context) is { } sender
            ? RateLimitPartition.GetTokenBucketLimiter(sender, _ => new()
            {
                TokenLimit = PerMinute,
                TokensPerPeriod = PerMinute / 60,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter(""));
        // Each writes to the lake, where writers take turns: more side by side would only hold their bodies in memory.
        options.AddPolicy(Ingest, context => RateLimitPartition.GetConcurrencyLimiter(
            Sender(context) ?? "", _ => new() { PermitLimit = SideBySide, QueueLimit = 2 * SideBySide, QueueProcessingOrder = QueueProcessingOrder.OldestFirst }));
        options.OnRejected = (rejected, cancel) => new(rejected.HttpContext.Request.Path.StartsWithSegments("/api")
            ? RefuseAsync(rejected, cancel)
            : DoorLimit.Refuse(rejected.HttpContext));
    }

    private static string? Sender(HttpContext context) => context.Request.Headers.Authorization.ToString() is { Length: > 0 } authorization
        ? Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(authorization)))
        : null;

    private static Task RefuseAsync(OnRejectedContext rejected, CancellationToken cancel)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        var response = rejected.HttpContext.Response;
        response.Headers.RetryAfter = ((int)Math.Ceiling(Math.Clamp(wait.TotalSeconds, 1, Window.TotalSeconds))).ToString(CultureInfo.InvariantCulture);
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        var problem = ApiProblem.Of(response.StatusCode, "too many requests with this token", "Authorization", $"wait as long as Retry-After says; {PerMinute} a minute are possible");
        return response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json", cancel);
    }
}
