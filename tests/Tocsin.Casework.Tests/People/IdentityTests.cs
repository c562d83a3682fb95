using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework.Tests.People;

public sealed class IdentityTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task Identity_keeps_people_with_roles_passkeys_and_lockout(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var until = new DateTimeOffset(2026, 3, 2, 11, 0, 0, TimeSpan.FromHours(2));
        string id;
        await using (var context = desk.Database.Connect())
        using (var store = Store(context))
        {
            var user = new TocsinUser { UserName = "ana", NormalizedUserName = "ANA", DisplayName = "Ana\0", Created = desk.Clock.Now, LockoutEnd = until };
            await store.CreateAsync(user);
            await store.AddToRoleAsync(user, Roles.Lead.ToUpperInvariant());
            await store.AddOrUpdatePasskeyAsync(user, Passkey("work\0 laptop"), TestContext.Current.CancellationToken);
            await store.UpdateAsync(user);
            id = user.Id;
        }

        await using var again = desk.Database.Connect();
        using var people = Store(again);
        var ana = (await people.FindByPasskeyIdAsync([1, 2, 3], TestContext.Current.CancellationToken))!;
        Assert.Equal((id, "Ana\uFFFD", until), (ana.Id, ana.DisplayName, ana.LockoutEnd));
        Assert.Equal([Roles.Lead], await people.GetRolesAsync(ana));
        var passkey = (await people.FindPasskeyAsync(ana, [1, 2, 3], TestContext.Current.CancellationToken))!;
        Assert.Equal(("work\uFFFD laptop", 7u), (passkey.Name, passkey.SignCount));
        Assert.Equal(Roles.All.Order(), (await again.Roles.Select(role => role.Name!).ToListAsync()).Order());
    }

    [Theory, OnBoth]
    public async Task Two_people_cannot_have_one_name(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        await desk.PersonAsync("ana");
        await Assert.ThrowsAsync<DbUpdateException>(() => desk.PersonAsync("ana"));
    }

    private static UserStore<TocsinUser, IdentityRole, CaseworkContext, string, IdentityUserClaim<string>, IdentityUserRole<string>, IdentityUserLogin<string>,
        IdentityUserToken<string>, IdentityRoleClaim<string>, IdentityUserPasskey<string>> Store(CaseworkContext context) => new(context);

    private static UserPasskeyInfo Passkey(string name) =>
        new([1, 2, 3], [4, 5], DateTimeOffset.UnixEpoch, 7, ["usb"], true, true, true, [6], [7]) { Name = name };
}
