using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tocsin.Console.Layout.Frame;
using Tocsin.Console.Security.Access;
using Tocsin.Console.Security.Account;
using Tocsin.Console.Security.Administration;
using Tocsin.Console.Security.Cookies;
using Tocsin.Console.Security.Doors;
using Tocsin.Console.Security.Forgery;
using Tocsin.Console.Security.Headers;
using Tocsin.Console.Security.Notices;
using Tocsin.Console.Security.Passkeys;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Security.Proxy;
using Tocsin.Console.Security.Sessions;

namespace Tocsin.Console.Security;

/// <summary>Who may do what: registration, and the order in which a request passes the guards.</summary>
internal static class People
{
    /// <summary>What a request may carry unless its endpoint says otherwise (with <c>RequestSizeLimitAttribute</c> as metadata).</summary>
    private const int MaxRequestBytes = 1 << 20;

    /// <summary>Needs casework (<c>AddCasework</c>) beside it.</summary>
    public static void AddPeople(this WebApplicationBuilder builder, ConsoleOptions options)
    {
        var names = CookieNames.Of(options);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddSingleton(names);
        AddServer(builder);
        AddProxy(builder.Services, TrustedProxy.Of(options));
        AddKeys(builder.Services, options);
        builder.Services.AddAntiforgery(antiforgery => Configure(antiforgery, names));
        builder.Services.AddAuthorization(Policies.Add);
        builder.Services.AddSingleton<IAuthorizationHandler, AccessHandler>();
        builder.Services.AddRateLimiter(DoorLimit.Add);
        builder.Services.AddIdentityOf(names);
        AddDesks(builder.Services);
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
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<AccessGuard>();
        app.UseMiddleware<CsrfGuard>();
        app.UseAntiforgery();
    }

    public static void MapPeople(this WebApplication app)
    {
        DoorEndpoints.Map(app);
        JoinEndpoints.Map(app);
        DemoSignIn.Map(app);
        PasskeyEndpoints.Map(app);
        ProfileEndpoints.Map(app);
        PasswordEndpoint.Map(app);
        SecondFactorEndpoints.Map(app);
        SessionEndpoints.Map(app);
        TokenEndpoints.Map(app);
        PeopleEndpoints.Map(app);
        AuditEndpoints.Map(app);
    }

    private static void AddDesks(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped(provider => new CurrentPerson(provider.GetRequiredService<IHttpContextAccessor>()));
        services.AddScoped<IViewer, Viewer>();
        services.AddSingleton<PersonDirectory>();
        services.AddScoped<PersonRoles>();
        services.AddSingleton<SessionDesk>();
        services.AddScoped<NoticeBoard>();
        services.AddSingleton<AccountLimit>();
        services.AddScoped<PasswordDoor>();
        services.AddScoped<CodeDoor>();
        services.AddSingleton<UsedCodes>();
        services.AddScoped<Joining>();
        services.AddScoped<Recovery>();
        services.AddScoped<SsoPeople>();
        services.AddScoped<PeopleDesk>();
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
