using Microsoft.EntityFrameworkCore;
using Tocsin.Casework;

namespace Tocsin.Console.Live;

/// <summary>Notifications as they come, each for its person alone.</summary>
internal sealed class NotificationNews(CaseworkDatabase casework)
{
    private const int Most = 1000;
    private long _last;

    /// <summary>From here on.</summary>
    public async Task StartAsync(CancellationToken cancel)
    {
        await using var context = casework.Connect();
        _last = await context.Notifications.MaxAsync(n => (long?)n.Id, cancel) ?? 0;
    }

    /// <summary>Those that came since it was asked last.</summary>
    public async Task<IReadOnlyList<LiveEvent>> SinceAsync(CancellationToken cancel)
    {
        await using var context = casework.Connect();
        var fresh = await context.Notifications.AsNoTracking().Where(n => n.Id > _last).OrderBy(n => n.Id).Take(Most).ToListAsync(cancel);
        if (fresh.Count == 0) return [];
        _last = fresh[^1].Id;
        return await ToldAsync(context, fresh, cancel);
    }

    /// <summary>Those of one person from a time on: what a stream that broke off has missed.</summary>
    public static async Task<IReadOnlyList<LiveEvent>> MissedAsync(CaseworkContext context, string person, DateTimeOffset since, CancellationToken cancel)
    {
        var missed = await context.Notifications.AsNoTracking().Where(n => n.PersonId == person && n.At > since && n.ReadAt == null)
            .OrderBy(n => n.Id).Take(Most).ToListAsync(cancel);
        return missed.Count == 0 ? [] : await ToldAsync(context, missed, cancel);
    }

    private static async Task<IReadOnlyList<LiveEvent>> ToldAsync(CaseworkContext context, IReadOnlyList<Notification> notifications, CancellationToken cancel)
    {
        string[] people = [.. notifications.Select(n => n.PersonId).Distinct()];
        var unread = await context.Notifications.Where(n => people.Contains(n.PersonId) && n.ReadAt == null)
            .GroupBy(n => n.PersonId).Select(group => new { Person = group.Key, Count = group.Count() }).ToDictionaryAsync(one => one.Person, one => one.Count, cancel);
        return [.. notifications.Select(n => new LiveEvent("notification", null, n.PersonId, new()
        {
            Id = $"{n.Id}",
            Verb = n.Kind,
            At = n.At,
            Text = n.Text,
            Unread = unread.GetValueOrDefault(n.PersonId),
        }))];
    }
}
