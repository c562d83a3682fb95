using System.Globalization;
using System.IO.Hashing;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Tocsin.Casework;
using HttpJson = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Tocsin.Console.Api.Answers;

/// <summary>
/// Gives every answer in JSON an ETag, and answers a read whose ETag the asker has with 304. The ETag of what can be judged
/// begins with its version, which <see cref="Seen"/> reads.
/// </summary>
internal static class Tagged
{
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var answer = await next(call);
        if (answer is not (IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: null or StatusCodes.Status200OK })) return answer;
        var http = call.HttpContext;
        var options = http.RequestServices.GetRequiredService<IOptions<HttpJson>>().Value.SerializerOptions;
        var body = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), options);
        var tag = Tag(value, body);
        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = "private, no-cache";
        return HttpMethods.IsGet(http.Request.Method) && Knows(http.Request, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(body, "application/json; charset=utf-8");
    }

    private static string Tag(object value, byte[] body)
    {
        var hash = XxHash3.HashToUInt64(body).ToString("x16", CultureInfo.InvariantCulture);
        return VersionOf(value) is { } version ? string.Create(CultureInfo.InvariantCulture, $"\"v{version}.{hash}\"") : $"\"{hash}\"";
    }

    private static int? VersionOf(object value) => value switch
    {
        SignalState state => state.Version,
        SignalFile file => file.State.Version,
        Hunt hunt => hunt.Version,
        _ => null,
    };

    private static bool Knows(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.SelectMany(header => (header ?? "").Split(',', StringSplitOptions.TrimEntries))
            .Any(known => known == "*" || known == tag || known == $"W/{tag}");
}
