using Microsoft.EntityFrameworkCore;
using Tocsin.Casework;
using Tocsin.Console.Security.Access;

namespace Tocsin.Console.Security.Persons;

/// <summary>People by id, as they are now: a changed role, a deactivation, holds from the next request on.</summary>
internal sealed class PersonDirectory(CaseworkDatabase database, TimeProvider clock)
{
    private readonly ShortCache<Person> _cache = new(clock);

    public ValueTask<Person?> FindAsync(string id) => _cache.GetAsync(id, ReadAsync);

    public void Forget(string id) => _cache.Forget(id);

    /// <summary>The highest of the roles; the ids of roles are their names.</summary>
    public static PersonRole Highest(IEnumerable<string> roles) => roles.Select(Enum.Parse<PersonRole>).DefaultIfEmpty(PersonRole.Viewer).Max();

    private async Task<Person?> ReadAsync(string id)
    {
        await using var context = database.Connect();
        var user = await context.Users.AsNoTracking().FirstOrDefaultAsync(user => user.Id == id);
        if (user is null) return null;
        return Person.Of(user, Highest(await context.UserRoles.Where(given => given.UserId == id).Select(given => given.RoleId).ToListAsync()));
    }
}
