using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework;

/// <summary>
/// Every write goes through here: one transaction that waits for its turn, holds the change and its audit entries, and
/// answers a repeated request as it answered the first.
/// </summary>
internal sealed class CaseworkWriter(CaseworkDatabase database)
{
    private const int LongestKey = 200;

    private static readonly TimeSpan AnswersKept = TimeSpan.FromDays(7);

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Makes one change.</summary>
    /// <param name="operation">What is asked of what, to tell repeated requests by: <c>signal.decided signal:N-7F3K2M</c>.</param>
    /// <param name="change">Changes the context and records what it did; nothing of it stays when it throws.</param>
    public async Task<T> WriteAsync<T>(Actor actor, string operation, Func<Write, Task<T>> change, CancellationToken cancel)
    {
        if (actor.IdempotencyKey?.Length > LongestKey)
            throw new Problem($"the idempotency key has {actor.IdempotencyKey.Length:N0} characters", "idempotency key", $"send at most {LongestKey}, e.g. a UUID");
        await using var context = database.Connect();
        await using var transaction = await context.Database.BeginTransactionAsync(cancel);
        await database.TakeTurnAsync(context, cancel);
        var write = new Write(context, actor, UtcMicroseconds.Of(database.Clock.GetUtcNow()));
        if (actor.IdempotencyKey is { } key && await EarlierAsync(context, actor, key, operation, cancel) is { } earlier)
            return JsonSerializer.Deserialize<T>(earlier.Result, Json)!;
        var result = await change(write);
        context.Audit.AddRange(write.Entries);
        if (actor.IdempotencyKey is not null) await RememberAsync(write, operation, JsonSerializer.Serialize(result, Json), cancel);
        await context.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        database.Announce(write.Entries);
        return result;
    }

    private static Task<Answer?> EarlierAsync(CaseworkContext context, Actor actor, string key, string operation, CancellationToken cancel) =>
        context.Answers.AsNoTracking().SingleOrDefaultAsync(a => a.ActorId == actor.Id && a.Key == key && a.Operation == operation, cancel);

    private static async Task RememberAsync(Write write, string operation, string result, CancellationToken cancel)
    {
        var oldest = write.Now - AnswersKept;
        await write.Context.Answers.Where(a => a.At < oldest).ExecuteDeleteAsync(cancel);
        write.Context.Answers.Add(new Answer { ActorId = write.Actor.Id, Key = write.Actor.IdempotencyKey!, Operation = operation, At = write.Now, Result = result });
    }
}

/// <summary>A change being made.</summary>
internal sealed class Write(CaseworkContext context, Actor actor, DateTimeOffset now)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly List<AuditEntry> _entries = [];

    public CaseworkContext Context => context;

    public Actor Actor => actor;

    public DateTimeOffset Now => now;

    public IReadOnlyList<AuditEntry> Entries => _entries;

    /// <summary>Notes what was done, for the audit.</summary>
    /// <param name="before">What was, in small; null when there was nothing.</param>
    /// <param name="after">What is, in small; null when nothing is left.</param>
    public void Record(string verb, string subject, object? before, object? after, int? version = null) => _entries.Add(new AuditEntry
    {
        At = now,
        ActorId = actor.Id,
        ActorName = actor.Name,
        ActorKind = actor.Kind,
        Verb = verb,
        Subject = subject,
        Version = version,
        Before = Small(before),
        After = Small(after),
        IdempotencyKey = actor.IdempotencyKey,
    });

    /// <summary>Tells one person, unless they did it themselves or are gone.</summary>
    public async Task NotifyAsync(string? person, string kind, string subject, string text)
    {
        if (person is null || person == actor.Id || !await context.Users.AnyAsync(user => user.Id == person)) return;
        context.Notifications.Add(new Notification { PersonId = person, At = now, Kind = kind, Subject = subject, Text = text });
    }

    private static string? Small(object? value) => value is null ? null : JsonSerializer.Serialize(value, Json);
}
