using Microsoft.EntityFrameworkCore;
using Tocsin.Casework;

namespace Tocsin.Console.Screens.Handling;

/// <summary>Who can be given signals: everybody who may decide about them.</summary>
internal sealed class Colleagues(CaseworkDatabase database)
{
    public async Task<IReadOnlyList<Colleague>> ListAsync(CancellationToken cancel)
    {
        await using var context = database.Connect();
        var given = await context.Users.AsNoTracking().Where(user => user.Disabled == null)
            .Join(context.UserRoles, user => user.Id, role => role.UserId, (user, role) => new { user.Id, user.DisplayName, user.UserName, role.RoleId })
            .Join(context.Roles, user => user.RoleId, role => role.Id, (user, role) => new { user.Id, user.DisplayName, user.UserName, Role = role.Name })
            .Where(user => user.Role != Roles.Viewer).ToListAsync(cancel);
        return [.. given.GroupBy(user => user.Id).Select(roles => new Colleague(
                roles.Key, roles.First().DisplayName is { Length: > 0 } name ? name : roles.First().UserName ?? roles.Key, roles.Any(user => user.Role is Roles.Lead or Roles.Admin)))
            .OrderBy(colleague => colleague.Name, StringComparer.OrdinalIgnoreCase)];
    }
}
