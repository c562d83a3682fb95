using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>What each person should know, newest first.</summary>
public sealed class Notifications(CaseworkDatabase database)
{
    private const int LongestText = 500;

    /// <summary>A page of them.</summary>
    /// <param name="before">Only those with a smaller id; the last of a page leads to the next.</param>
    public async Task<IReadOnlyList<Notification>> ListAsync(string person, bool unreadOnly = false, long? before = null, int limit = 50, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.Notifications.AsNoTracking()
            .Where(n => n.PersonId == person && (!unreadOnly || n.ReadAt == null) && (before == null || n.Id < before))
            .OrderByDescending(n => n.Id).Take(limit).ToListAsync(cancel);
    }

    public async Task<int> CountUnreadAsync(string person, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.Notifications.CountAsync(n => n.PersonId == person && n.ReadAt == null, cancel);
    }

    /// <summary>Tells people something.</summary>
    public Task SendAsync(Actor actor, IReadOnlyCollection<string> people, string kind, string subject, string text, CancellationToken cancel = default) =>
        database.Writer.WriteAsync(actor, $"notification.sent {subject}", async write =>
        {
            foreach (var person in people.Distinct()) await write.NotifyAsync(person, kind, subject, Given.Cut(text, LongestText));
            write.Record("notification.sent", subject, null, new { Kind = kind, People = people.Count });
            return true;
        }, cancel);

    /// <summary>Marks one of the actor's own as read.</summary>
    public Task MarkReadAsync(Actor actor, long notification, CancellationToken cancel = default) =>
        MarkAsync(actor, $"notification:{notification}", n => n.Where(one => one.Id == notification), cancel);

    /// <summary>Marks the actor's own as read, up to one that was seen.</summary>
    public Task MarkAllReadAsync(Actor actor, long upTo, CancellationToken cancel = default) =>
        MarkAsync(actor, $"notifications:{actor.Id}", n => n.Where(one => one.Id <= upTo), cancel);

    private Task<int> MarkAsync(Actor actor, string subject, Func<IQueryable<Notification>, IQueryable<Notification>> which, CancellationToken cancel) =>
        database.Writer.WriteAsync(actor, $"notification.read {subject}", async write =>
        {
            var marked = await which(write.Context.Notifications.Where(n => n.PersonId == actor.Id && n.ReadAt == null))
                .ExecuteUpdateAsync(n => n.SetProperty(one => one.ReadAt, write.Now), cancel);
            if (marked > 0) write.Record("notification.read", subject, null, new { Marked = marked });
            return marked;
        }, cancel);
}
