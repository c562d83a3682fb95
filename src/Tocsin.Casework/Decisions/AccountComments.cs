using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>What somebody said about an account.</summary>
public sealed class AccountComment
{
    public long Id { get; init; }

    /// <summary>The account's key in the lake.</summary>
    public ulong Account { get; init; }

    public required string Text { get; init; }

    public required string ById { get; init; }

    public required string ByName { get; init; }

    public DateTimeOffset At { get; init; }
}

/// <summary>Comments on accounts.</summary>
public sealed class AccountComments(CaseworkDatabase database)
{
    public Task<AccountComment> AddAsync(Actor actor, ulong account, string text, CancellationToken cancel = default)
    {
        var said = Given.Text("comment", text, Given.LongestText);
        var subject = Subject.Account(account);
        return database.Writer.WriteAsync(actor, $"account.commented {subject}", async write =>
        {
            var comment = new AccountComment { Account = account, Text = said, ById = actor.Id, ByName = actor.Name, At = write.Now };
            write.Context.AccountComments.Add(comment);
            await write.Context.SaveChangesAsync(cancel);   // gives it its id
            write.Record("account.commented", $"{subject}", null, new { Comment = Given.Cut(said, 200) });
            return comment;
        }, cancel);
    }

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<AccountComment>> ListAsync(ulong account, CancellationToken cancel = default)
    {
        await using var context = database.Connect();
        return await context.AccountComments.AsNoTracking().Where(comment => comment.Account == account).OrderBy(comment => comment.Id).ToListAsync(cancel);
    }
}
