using Tocsin.Core;

namespace Tocsin.Casework.Tests.Decisions;

public sealed class AccountCommentTests(PostgreSqlServer server)
{
    [Theory, OnBoth]
    public async Task What_is_said_about_an_account_stays_with_it_and_is_in_the_audit(Provider provider)
    {
        await using var desk = await Desk.OpenAsync(provider, server);
        var (ana, comments) = (await desk.PersonAsync("ana"), new AccountComments(desk.Database));
        const ulong Account = ulong.MaxValue - 3;

        await comments.AddAsync(ana, Account, " first ");
        await comments.AddAsync(ana, Account, "second \u0000 one");
        await comments.AddAsync(ana, 5, "another account's");

        var said = await comments.ListAsync(Account);
        Assert.Equal("first", said[0].Text);
        Assert.Equal(2, said.Count);
        var entries = await desk.Audit.ListAsync(new() { Subject = Subject.Account(Account).ToString() });
        Assert.All(entries, entry => Assert.Equal("account.commented", entry.Verb));
        Assert.Equal(2, entries.Count);
        await Assert.ThrowsAsync<Problem>(() => comments.AddAsync(ana, Account, "  "));
    }
}
