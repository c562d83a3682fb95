using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>Which audit entries to list; what is null asks for nothing.</summary>
public sealed record AuditFilter
{
    public string? ActorId { get; init; }

    /// <summary>E.g. <c>signal:N-7F3K2M</c>.</summary>
    public string? Subject { get; init; }

    /// <summary>The verb, or its beginning: <c>signal.</c> stands for all that is done to signals.</summary>
    public string? Verb { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }
}

/// <summary>Reads who did what. Entries are written by those who write, in the same transaction.</summary>
public sealed class AuditLog(CaseworkDatabase database)
{
    /// <summary>Entries that match, newest first.</summary>
    /// <param name="before">Only those with a smaller id; the last of a page leads to the next.</param>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(AuditFilter filter, long? before = null, int limit = 100, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await Matching(context, filter).Where(e => before == null || e.Id < before).OrderByDescending(e => e.Id).Take(limit).ToListAsync(cancel);
    }

    /// <summary>Entries after one, oldest first: what a live stream that broke off has missed.</summary>
    public async Task<IReadOnlyList<AuditEntry>> SinceAsync(long after, int limit = 1000, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.Audit.AsNoTracking().Where(e => e.Id > after).OrderBy(e => e.Id).Take(limit).ToListAsync(cancel);
    }

    /// <summary>The newest id; 0 when nothing has been written.</summary>
    public async Task<long> LastIdAsync(CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.Audit.MaxAsync(e => (long?)e.Id, cancel) ?? 0;
    }

    /// <summary>Notes what happened elsewhere: a sign-in, an import, a scan that began.</summary>
    public Task RecordAsync(Actor actor, string verb, string subject, object? before = null, object? after = null, CancellationToken cancel = default) =>
        database.Writer.WriteAsync(actor, $"{verb} {subject}", write =>
        {
            write.Record(verb, subject, before, after);
            return Task.FromResult(true);
        }, cancel);

    private static IQueryable<AuditEntry> Matching(CaseworkContext context, AuditFilter filter)
    {
        var entries = context.Audit.AsNoTracking();
        if (filter.ActorId is { } actor) entries = entries.Where(e => e.ActorId == actor);
        if (filter.Subject is { } subject) entries = entries.Where(e => e.Subject == subject);
        if (filter.Verb is { } verb) entries = entries.Where(e => e.Verb.StartsWith(verb));
        if (filter.From is { } from) entries = entries.Where(e => e.At >= from);
        if (filter.Until is { } until) entries = entries.Where(e => e.At < until);
        return entries;
    }
}
