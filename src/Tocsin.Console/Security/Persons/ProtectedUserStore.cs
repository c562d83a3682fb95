using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Tocsin.Casework;

namespace Tocsin.Console.Security.Persons;

/// <summary>
/// Identity's store, with the secrets of the second factor encrypted: a copy of the database alone gives neither the
/// authenticator's key nor the recovery codes.
/// </summary>
internal sealed class ProtectedUserStore(CaseworkContext context, IDataProtectionProvider protection, IdentityErrorDescriber describer)
    : UserStore<TocsinUser, IdentityRole, CaseworkContext>(context, describer)
{
    private readonly IDataProtector _protector = protection.CreateProtector("tocsin.second-factor");

    public override Task SetTokenAsync(TocsinUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : _protector.Protect(value), cancellationToken);

    public override async Task<string?> GetTokenAsync(TocsinUser user, string loginProvider, string name, CancellationToken cancellationToken) =>
        await base.GetTokenAsync(user, loginProvider, name, cancellationToken) is { } value ? _protector.Unprotect(value) : null;
}
