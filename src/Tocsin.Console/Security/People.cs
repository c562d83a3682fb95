using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Console.Security.Cookies;
using Tocsin.Console.Security.Forgery;
using Tocsin.Console.Security.Headers;
using Tocsin.Console.Security.Proxy;

namespace Tocsin.Console.Security;

/// <summary>Who may do what: registration, and the order in which a request passes the guards.</summary>
internal static class People
{
    /// <summary>What a request may carry unless its endpoint says otherwise (with <c>RequestSizeLimitAttribute</c> as metadata).</summary>
    private const int MaxRequestBytes = 1 << 20;

    public static void AddPeople(this WebApplicationBuilder builder, ConsoleOptions options)
    {
        builder.Services.AddSingleton(options.Clock);
        AddServer(builder);
        AddProxy(builder.Services, TrustedProxy.Of(options));
        AddKeys(builder.Services, options);
        builder.Services.AddAntiforgery(antiforgery => Configure(antiforgery, CookieNames.Of(options)));
    }

    /// <summary>What stands before routing: it holds for static files and for errors too.</summary>
    public static void UseOuterGuards(this WebApplication app)
    {
        app.Use(PeerAddress.Keep);
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HostCheck>();
    }

    /// <summary>What stands between routing and the endpoints.</summary>
    public static void UseInnerGuards(this WebApplication app)
    {
        app.UseMiddleware<CsrfGuard>();
        app.UseAntiforgery();
    }

    private static void AddServer(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBytes;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // Each says of a stale cookie, or of keys kept unencrypted in a private folder, what is so by design.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);
    }

    /// <summary>Configured last, so that nothing in the environment can have forwarded headers believed from anybody.</summary>
    private static void AddProxy(IServiceCollection services, TrustedProxy? proxy)
    {
        if (proxy is not null) services.AddSingleton(proxy);
        services.PostConfigure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            forwarded.ForwardedHeaders = proxy is null ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            if (proxy is not null) forwarded.KnownProxies.Add(proxy.Address);
        });
    }

    private static void AddKeys(IServiceCollection services, ConsoleOptions options)
    {
        services.AddDataProtection().SetApplicationName("tocsin");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
            keys.XmlRepository = new KeyFolder(options.Workspace, provider.GetRequiredService<ILoggerFactory>())));
    }

    private static void Configure(AntiforgeryOptions antiforgery, CookieNames names)
    {
        antiforgery.HeaderName = CsrfGuard.HeaderName;
        antiforgery.Cookie.Name = names.Csrf;
        antiforgery.Cookie.SameSite = SameSiteMode.Strict;
        antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // Our own headers say it, for every response.
        antiforgery.SuppressXFrameOptionsHeader = true;
    }
}
