using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>Links that the terminal prints: to make the first Admin, or to sign somebody in once.</summary>
public sealed class SetupLinks(CaseworkDatabase database)
{
    /// <summary>A new link. Those of the same purpose that were not used hold no longer.</summary>
    /// <param name="person">Whom it signs in; null to make the first Admin.</param>
    public Task<Issued<SetupLink>> CreateAsync(string purpose, string? person, TimeSpan life, CancellationToken cancel = default) =>
        database.Writer.WriteAsync(Actor.System, "setup-link.created", async write =>
        {
            await write.Context.SetupLinks.Where(l => l.Purpose == purpose && l.Used == null).ExecuteDeleteAsync(cancel);
            var secret = Secrets.New();
            var link = new SetupLink { Hash = Secrets.HashOf(secret), Purpose = purpose, PersonId = person, Created = write.Now, Expires = write.Now + life };
            write.Context.SetupLinks.Add(link);
            await write.Context.SaveChangesAsync(cancel);   // gives it its id
            write.Record("setup-link.created", $"setup-link:{link.Id}", null, new { Purpose = purpose, link.Expires });
            return new Issued<SetupLink>(link, secret);
        }, cancel);

    /// <summary>The link that a secret opens, if it still holds.</summary>
    public async Task<SetupLink?> FindAsync(string secret, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await Open(context, secret).AsNoTracking().SingleOrDefaultAsync(cancel);
    }

    /// <summary>Uses it up. Of two who come at once, one gets it.</summary>
    /// <returns>The link, or null when it no longer holds.</returns>
    public Task<SetupLink?> UseAsync(string secret, CancellationToken cancel = default) => database.Writer.WriteAsync(Actor.System, "setup-link.used", async write =>
    {
        var link = await Open(write.Context, secret).SingleOrDefaultAsync(cancel);
        if (link is null) return null;
        link.Used = write.Now;
        write.Record("setup-link.used", $"setup-link:{link.Id}", null, new { link.Purpose });
        return link;
    }, cancel);

    private IQueryable<SetupLink> Open(CaseworkContext context, string secret)
    {
        var (hash, now) = (Secrets.HashOf(secret), database.Clock.GetUtcNow());
        return context.SetupLinks.Where(l => l.Hash == hash && l.Used == null && l.Expires > now);
    }
}
