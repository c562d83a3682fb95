using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>What a person says of a hunt that is to be kept.</summary>
public sealed record HuntDraft(string Name, HuntMode Mode, string Query, string? View = null, bool Shared = false, string? Note = null);

/// <summary>Saved hunts: each person's own, and those that others share.</summary>
public sealed class Hunts(CaseworkDatabase database)
{
    private const int LongestName = 120;
    private const int LongestQuery = 20_000;
    private const int LongestNote = 2_000;

    /// <summary>The person's own and the shared, by name.</summary>
    public async Task<IReadOnlyList<Hunt>> ListAsync(string person, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.Hunts.AsNoTracking().Where(h => h.OwnerId == person || h.Shared).OrderBy(h => h.Name).ThenBy(h => h.Id).ToListAsync(cancel);
    }

    /// <summary>A hunt that the person may see; null when there is none.</summary>
    public async Task<Hunt?> FindAsync(string person, long id, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.Hunts.AsNoTracking().SingleOrDefaultAsync(h => h.Id == id && (h.OwnerId == person || h.Shared), cancel);
    }

    public Task<Hunt> SaveAsync(Actor actor, HuntDraft draft, CancellationToken cancel = default)
    {
        var given = Checked(draft);
        return database.Writer.WriteAsync(actor, "hunt.saved hunts", async write =>
        {
            var hunt = new Hunt { Name = given.Name, Query = given.Query, OwnerId = actor.Id, OwnerName = actor.Name, Created = write.Now };
            Fill(hunt, given, write.Now);
            write.Context.Hunts.Add(hunt);
            await write.Context.SaveChangesAsync(cancel);   // gives it its id
            write.Record("hunt.saved", $"hunt:{hunt.Id}", null, Brief(hunt), hunt.Version);
            return hunt;
        }, cancel);
    }

    /// <summary>Replaces a hunt of the actor's own.</summary>
    /// <exception cref="ConflictException">It was changed since <paramref name="version"/>.</exception>
    public Task<Hunt> ChangeAsync(Actor actor, long id, int version, HuntDraft draft, CancellationToken cancel = default)
    {
        var given = Checked(draft);
        return database.Writer.WriteAsync(actor, $"hunt.changed hunt:{id}", async write =>
        {
            var hunt = await OwnAsync(write, id, cancel);
            if (hunt.Version != version) throw new ConflictException(ConflictKind.Changed, $"hunt:{id}", null, await SinceAsync(write, id, version, cancel));
            var before = Brief(hunt);
            Fill(hunt, given, write.Now);
            write.Record("hunt.changed", $"hunt:{id}", before, Brief(hunt), hunt.Version);
            return hunt;
        }, cancel);
    }

    public Task DeleteAsync(Actor actor, long id, CancellationToken cancel = default) =>
        database.Writer.WriteAsync(actor, $"hunt.deleted hunt:{id}", async write =>
        {
            var hunt = await OwnAsync(write, id, cancel);
            write.Context.Hunts.Remove(hunt);
            write.Record("hunt.deleted", $"hunt:{id}", Brief(hunt), null);
            return id;
        }, cancel);

    private static HuntDraft Checked(HuntDraft draft) => draft with
    {
        Name = Given.Text("name", draft.Name, LongestName),
        Query = Given.Text("query", draft.Query, LongestQuery),
        Note = string.IsNullOrWhiteSpace(draft.Note) ? null : Given.Text("note", draft.Note, LongestNote),
    };

    private static void Fill(Hunt hunt, HuntDraft draft, DateTimeOffset now)
    {
        (hunt.Name, hunt.Note, hunt.Mode, hunt.Query, hunt.View, hunt.Shared, hunt.Updated) = (draft.Name, draft.Note, draft.Mode, draft.Query, draft.View, draft.Shared, now);
        hunt.Version++;
    }

    private static async Task<Hunt> OwnAsync(Write write, long id, CancellationToken cancel) =>
        await write.Context.Hunts.SingleOrDefaultAsync(h => h.Id == id && h.OwnerId == write.Actor.Id, cancel) ?? throw new MissingException($"hunt:{id}");

    private static Task<List<AuditEntry>> SinceAsync(Write write, long id, int version, CancellationToken cancel)
    {
        var subject = $"hunt:{id}";
        return write.Context.Audit.AsNoTracking().Where(e => e.Subject == subject && e.Version > version).OrderBy(e => e.Id).ToListAsync(cancel);
    }

    private static object Brief(Hunt hunt) => new { hunt.Name, hunt.Mode, Query = Given.Cut(hunt.Query, 500), hunt.Shared };
}
