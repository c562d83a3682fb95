using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>Something with a secret that is shown now and never again.</summary>
public sealed record Issued<T>(T Item, string Secret);

/// <summary>Links by which people join.</summary>
public sealed class Invites(CaseworkDatabase database)
{
    private const int LongestNote = 200;

    public Task<Issued<Invite>> CreateAsync(Actor actor, string role, string note, TimeSpan life, CancellationToken cancel = default)
    {
        if (!Roles.All.Contains(role)) throw new Problem($"there is no role '{role}'", "role", $"choose one of {string.Join(", ", Roles.All)}");
        var words = Given.Text("note", note, LongestNote);
        return database.Writer.WriteAsync(actor with { IdempotencyKey = null }, "invite.created", async write =>
        {
            var secret = Secrets.New();
            var invite = new Invite
            {
                Hash = Secrets.HashOf(secret),
                Role = role,
                Note = words,
                ById = actor.Id,
                ByName = actor.Name,
                Created = write.Now,
                Expires = write.Now + life,
            };
            write.Context.Invites.Add(invite);
            await write.Context.SaveChangesAsync(cancel);   // gives it its id
            write.Record("invite.created", $"invite:{invite.Id}", null, new { Role = role, Note = words, invite.Expires });
            return new Issued<Invite>(invite, secret);
        }, cancel);
    }

    /// <summary>The invite that a link's secret opens, if it still holds.</summary>
    public async Task<Invite?> FindAsync(string secret, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await Open(context, secret).AsNoTracking().SingleOrDefaultAsync(cancel);
    }

    /// <summary>Uses it up. Of two who come at once, one gets it.</summary>
    /// <param name="actor">The person who joined.</param>
    /// <returns>The invite, or null when it no longer holds.</returns>
    public Task<Invite?> UseAsync(Actor actor, string secret, CancellationToken cancel = default) =>
        database.Writer.WriteAsync(actor with { IdempotencyKey = null }, "invite.used", async write =>
        {
            var invite = await Open(write.Context, secret).SingleOrDefaultAsync(cancel);
            if (invite is null) return null;
            (invite.Used, invite.UsedBy) = (write.Now, actor.Name);
            write.Record("invite.used", $"invite:{invite.Id}", null, new { invite.Role, By = actor.Name });
            return invite;
        }, cancel);

    /// <summary>All invites, newest first.</summary>
    public async Task<IReadOnlyList<Invite>> ListAsync(CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.Invites.AsNoTracking().OrderByDescending(i => i.Id).ToListAsync(cancel);
    }

    public Task RevokeAsync(Actor actor, long id, CancellationToken cancel = default) => database.Writer.WriteAsync(actor, $"invite.revoked invite:{id}", async write =>
    {
        var invite = await write.Context.Invites.SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new MissingException($"invite:{id}");
        invite.Revoked ??= write.Now;
        write.Record("invite.revoked", $"invite:{id}", null, new { invite.Role, invite.Note });
        return id;
    }, cancel);

    private IQueryable<Invite> Open(CaseworkContext context, string secret)
    {
        var (hash, now) = (Secrets.HashOf(secret), database.Clock.GetUtcNow());
        return context.Invites.Where(i => i.Hash == hash && i.Used == null && i.Revoked == null && i.Expires > now);
    }
}
