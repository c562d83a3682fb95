using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Tocsin.Casework;
using Tocsin.Console.Security.Cookies;
using Tocsin.Console.Security.Passwords;
using Tocsin.Console.Security.Persons;
using Tocsin.Console.Security.Proxy;
using Tocsin.Console.Security.Sessions;
using Tocsin.Console.Security.Tokens;

namespace Tocsin.Console.Security;

/// <summary>ASP.NET Core Identity over casework's tables, and the three ways to be somebody: cookie, token, proxy.</summary>
internal static class IdentitySetup
{
    private const string ByRequest = "tocsin";

    /// <summary>OWASP's figure for PBKDF2 with SHA-512.</summary>
    private const int HashIterations = 210_000;

    public static void AddIdentityOf(this IServiceCollection services, CookieNames names)
    {
        services.AddAuthentication(ByRequest)
            .AddPolicyScheme(ByRequest, null, policy => policy.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, SsoHandler>(SsoHandler.SchemeName, null)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie => Configure(cookie, names))
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie => ConfigureStep(cookie, names));
        services.AddSingleton<SessionCookie>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.Configure<IdentityPasskeyOptions>(Configure);
        services.AddScoped<IPasswordValidator<TocsinUser>, PasswordRules>();
        services.AddIdentityCore<TocsinUser>(Configure)
            .AddRoles<IdentityRole>()
            .AddEntityFrameworkStores<CaseworkContext>()
            .AddUserStore<ProtectedUserStore>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
    }

    /// <summary>A token that was sent is meant; then the proxy's word, where a proxy is trusted; then the cookie.</summary>
    private static string SchemeOf(HttpContext context)
    {
        if (TokenHandler.IsAsked(context.Request.Headers.Authorization.ToString())) return TokenHandler.SchemeName;
        return SsoHandler.Vouches(context, context.RequestServices.GetService<TrustedProxy>()) ? SsoHandler.SchemeName : IdentityConstants.ApplicationScheme;
    }

    private static void Configure(CookieAuthenticationOptions cookie, CookieNames names)
    {
        Harden(cookie, names.Session);
        // Lax: a link in a chat must open signed in. Writes carry a token besides.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.SlidingExpiration = false;
        cookie.EventsType = typeof(SessionCookie);
    }

    private static void ConfigureStep(CookieAuthenticationOptions cookie, CookieNames names)
    {
        Harden(cookie, names.SecondStep);
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
    }

    private static void Harden(CookieAuthenticationOptions cookie, string name)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.Path = "/";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.IsEssential = true;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.CookieManager = new HostPrefixCookies();
    }

    private static void Configure(IdentityPasskeyOptions passkeys)
    {
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
        passkeys.AttestationConveyancePreference = "none";
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.Lockout.MaxFailedAccessAttempts = 10;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        identity.Lockout.AllowedForNewUsers = true;
        identity.Tokens.AuthenticatorIssuer = "Tocsin";
        // Windows domains write DOMAIN\name.
        identity.User.AllowedUserNameCharacters += @"\";
    }
}
