using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Tocsin.Console.Security.Cookies;

namespace Tocsin.Console.Security.Notices;

/// <summary>
/// Carries a notice over the redirect that follows a form, in an encrypted cookie that lasts two minutes and is taken when it is
/// read: reloading the page repeats neither the form nor a secret, and the server keeps nothing.
/// </summary>
internal sealed class NoticeBoard(IHttpContextAccessor accessor, IDataProtectionProvider protection, CookieNames names)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(2);
    private const int MaxValueLength = 200;

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("tocsin.notice").ToTimeLimitedDataProtector();
    private Notice? _taken;

    /// <summary>The notice for this page; empty when there is none.</summary>
    public Notice Current => _taken ??= Take();

    public void Post(Notice notice)
    {
        var small = notice with { Values = notice.Values.ToDictionary(value => value.Key, value => Cut(value.Value)) };
        Context.Response.Cookies.Append(names.Notice, _protector.Protect(JsonSerializer.Serialize(small), Life), Options(Life));
    }

    private HttpContext Context => accessor.HttpContext!;

    private Notice Take()
    {
        if (Context.Request.Cookies[names.Notice] is not { } cookie) return new();
        Context.Response.Cookies.Delete(names.Notice, Options(null));
        try
        {
            return JsonSerializer.Deserialize<Notice>(_protector.Unprotect(cookie))!;
        }
        catch (CryptographicException)
        {
            return new();   // too late, or not ours
        }
    }

    private CookieOptions Options(TimeSpan? life) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = Context.Request.IsHttps,
        Path = "/",
        MaxAge = life,
        IsEssential = true,
    };

    private static string Cut(string text) => text.Length <= MaxValueLength ? text : text[..MaxValueLength];
}
