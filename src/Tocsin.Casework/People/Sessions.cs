using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>Who is signed in where. A session that ended or ran out is refused at its next request.</summary>
public sealed class Sessions(CaseworkDatabase database)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
    private const int LongestBrowser = 300;

    public Task<Session> StartAsync(Actor actor, string method, TimeSpan life, string? address, string? browser, CancellationToken cancel = default) =>
        database.Writer.WriteAsync(actor with { IdempotencyKey = null }, "session.started", write =>
        {
            var session = new Session
            {
                Id = Secrets.New(),
                PersonId = actor.Id,
                Method = method,
                Started = write.Now,
                LastSeen = write.Now,
                Expires = write.Now + life,
                Address = address,
                Browser = browser is null ? null : Given.Cut(browser, LongestBrowser),
            };
            write.Context.Sessions.Add(session);
            write.Record("session.started", $"person:{actor.Id}", null, new { Method = method, Address = address });
            return Task.FromResult(session);
        }, cancel);

    /// <summary>The session, if it still holds; notes that it was seen, at most once a minute.</summary>
    public async Task<Session?> TouchAsync(string id, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        var now = database.Clock.GetUtcNow();
        var session = await context.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.Ended == null && s.Expires > now, cancel);
        if (session is not null && now - session.LastSeen >= SeenEvery)
            await context.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(one => one.LastSeen, now), cancel);
        return session;
    }

    /// <summary>A person's sessions that hold, the last seen first.</summary>
    public async Task<IReadOnlyList<Session>> ListAsync(string person, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        var now = database.Clock.GetUtcNow();
        return await context.Sessions.AsNoTracking().Where(s => s.PersonId == person && s.Ended == null && s.Expires > now)
            .OrderByDescending(s => s.LastSeen).ToListAsync(cancel);
    }

    /// <summary>Signs one session out.</summary>
    /// <returns>Whether it was there and held.</returns>
    public Task<bool> EndAsync(Actor actor, string person, string id, CancellationToken cancel = default) =>
        EndAsync(actor, person, sessions => sessions.Where(s => s.Id == id), cancel);

    /// <summary>Signs a person out everywhere.</summary>
    /// <param name="except">The session to keep; null ends all.</param>
    public Task EndAllAsync(Actor actor, string person, string? except = null, CancellationToken cancel = default) =>
        EndAsync(actor, person, sessions => sessions.Where(s => s.Id != except), cancel);

    private Task<bool> EndAsync(Actor actor, string person, Func<IQueryable<Session>, IQueryable<Session>> which, CancellationToken cancel) =>
        database.Writer.WriteAsync(actor, $"session.ended person:{person}", async write =>
        {
            var ended = await which(write.Context.Sessions.Where(s => s.PersonId == person && s.Ended == null))
                .ExecuteUpdateAsync(s => s.SetProperty(one => one.Ended, write.Now), cancel);
            if (ended > 0) write.Record("session.ended", $"person:{person}", null, new { Sessions = ended });
            return ended > 0;
        }, cancel);
}
