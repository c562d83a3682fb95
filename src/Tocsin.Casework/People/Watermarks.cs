using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>How far each person has seen what happened: what "since you left" starts from.</summary>
public sealed class Watermarks(CaseworkDatabase database)
{
    /// <summary>Where the person was; null when they have never been there.</summary>
    public async Task<Watermark?> FindAsync(string person, string name, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.Watermarks.AsNoTracking().SingleOrDefaultAsync(m => m.PersonId == person && m.Name == name, cancel);
    }

    /// <summary>Moves it forward to an audit entry; never back.</summary>
    public async Task MoveAsync(string person, string name, long auditId, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await database.TakeTurnAsync(context, cancel);
        var mark = await context.Watermarks.SingleOrDefaultAsync(m => m.PersonId == person && m.Name == name, cancel);
        if (mark is null) context.Watermarks.Add(mark = new Watermark { PersonId = person, Name = name });
        (mark.AuditId, mark.At) = (Math.Max(mark.AuditId, auditId), database.Clock.GetUtcNow());
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
