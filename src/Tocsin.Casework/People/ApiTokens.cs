using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>Keys for programs.</summary>
public sealed class ApiTokens(CaseworkDatabase database)
{
    /// <summary>So that a token that got somewhere it should not be is recognised, by people and by scanners of secrets.</summary>
    public const string Prefix = "toc_";

    private static readonly TimeSpan UsedEvery = TimeSpan.FromMinutes(1);
    private const int LongestName = 100;
    private const int HintLength = 12;

    /// <summary>Makes a token of the actor's own.</summary>
    /// <param name="scopes">What it may do, e.g. <c>read</c>, <c>write</c>.</param>
    /// <param name="life">Null for no end.</param>
    public Task<Issued<ApiToken>> CreateAsync(Actor actor, string name, IReadOnlyCollection<string> scopes, TimeSpan? life, CancellationToken cancel = default)
    {
        var (called, allowed) = (Given.Text("name", name, LongestName), Given.Text("scope", string.Join(' ', scopes.Order(StringComparer.Ordinal)), LongestName));
        return database.Writer.WriteAsync(actor with { IdempotencyKey = null }, "token.created", async write =>
        {
            var secret = Secrets.New(Prefix);
            var token = new ApiToken
            {
                Hash = Secrets.HashOf(secret),
                Hint = secret[..HintLength],
                PersonId = actor.Id,
                Name = called,
                Scopes = allowed,
                Created = write.Now,
                Expires = write.Now + life,
            };
            write.Context.ApiTokens.Add(token);
            await write.Context.SaveChangesAsync(cancel);   // gives it its id
            write.Record("token.created", $"token:{token.Id}", null, new { Name = called, Scopes = allowed, token.Expires });
            return new Issued<ApiToken>(token, secret);
        }, cancel);
    }

    /// <summary>The token that a secret is, if it still holds; notes its use, at most once a minute.</summary>
    public async Task<ApiToken?> UseAsync(string secret, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        var (hash, now) = (Secrets.HashOf(secret), database.Clock.GetUtcNow());
        var token = await context.ApiTokens.AsNoTracking().SingleOrDefaultAsync(t => t.Hash == hash && t.Revoked == null && (t.Expires == null || t.Expires > now), cancel);
        if (token is not null && !(now - token.LastUsed < UsedEvery))
            await context.ApiTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(t => t.SetProperty(one => one.LastUsed, now), cancel);
        return token;
    }

    /// <summary>Tokens, newest first: of one person, or of all.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(string? person, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.ApiTokens.AsNoTracking().Where(t => person == null || t.PersonId == person).OrderByDescending(t => t.Id).ToListAsync(cancel);
    }

    /// <summary>Ends a token at once.</summary>
    /// <param name="person">Whose it must be; null for anybody's.</param>
    public Task RevokeAsync(Actor actor, string? person, long id, CancellationToken cancel = default) => database.Writer.WriteAsync(actor, $"token.revoked token:{id}", async write =>
    {
        var token = await write.Context.ApiTokens.SingleOrDefaultAsync(t => t.Id == id && (person == null || t.PersonId == person), cancel)
            ?? throw new MissingException($"token:{id}");
        token.Revoked ??= write.Now;
        write.Record("token.revoked", $"token:{id}", new { token.Name, token.Scopes }, null);
        return id;
    }, cancel);
}
