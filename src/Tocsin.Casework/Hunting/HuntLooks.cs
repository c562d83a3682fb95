using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>How much a saved hunt found when a person last looked.</summary>
public sealed class HuntLook
{
    public required string PersonId { get; init; }

    public long HuntId { get; init; }

    public DateTimeOffset At { get; internal set; }

    /// <summary>Posts then. What is new is told by number, because events that come in may be old ones.</summary>
    public long Found { get; internal set; }
}

/// <summary>What each person has seen of saved hunts. Like a watermark it is nobody else's business, so it is not in the audit.</summary>
public sealed class HuntLooks(CaseworkDatabase database)
{
    /// <summary>The person's looks, by hunt.</summary>
    public async Task<IReadOnlyDictionary<long, HuntLook>> ListAsync(string person, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.HuntLooks.AsNoTracking().Where(look => look.PersonId == person).ToDictionaryAsync(look => look.HuntId, cancel);
    }

    /// <summary>The person looks now; a hunt that is gone is left.</summary>
    public async Task LookAsync(string person, long hunt, long found, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await database.TakeTurnAsync(context, cancel);
        if (!await context.Hunts.AnyAsync(h => h.Id == hunt && (h.OwnerId == person || h.Shared), cancel)) return;
        var look = await context.HuntLooks.SingleOrDefaultAsync(l => l.PersonId == person && l.HuntId == hunt, cancel);
        if (look is null) context.HuntLooks.Add(look = new HuntLook { PersonId = person, HuntId = hunt });
        (look.At, look.Found) = (database.Clock.GetUtcNow(), found);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
