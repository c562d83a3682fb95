using Microsoft.EntityFrameworkCore;
using Tocsin.Core;

namespace Tocsin.Casework;

public sealed partial class Triage
{
    private const int MostAccounts = 10_000;

    /// <summary>Says of accounts that they belong to the network, whatever the figures say; replaces an earlier word on them.</summary>
    /// <param name="accounts">Their keys in the lake.</param>
    public Task<SignalState> IncludeMembersAsync(
        Actor actor, string signal, int version, IReadOnlyCollection<ulong> accounts, string reason, CancellationToken cancel = default) =>
        DecideMembersAsync(actor, "signal.members-included", signal, version, accounts, true, reason, cancel);

    /// <summary>Says of accounts that they do not belong to the network.</summary>
    public Task<SignalState> ExcludeMembersAsync(
        Actor actor, string signal, int version, IReadOnlyCollection<ulong> accounts, string reason, CancellationToken cancel = default) =>
        DecideMembersAsync(actor, "signal.members-excluded", signal, version, accounts, false, reason, cancel);

    /// <summary>Takes back what was said of accounts: the figures decide again.</summary>
    public Task<SignalState> ForgetMembersAsync(Actor actor, string signal, int version, IReadOnlyCollection<ulong> accounts, CancellationToken cancel = default) =>
        JudgeAsync(actor, "signal.members-forgotten", signal, version, async (write, _) =>
        {
            var gone = await write.Context.MemberDecisions.Where(d => d.SignalId == signal && accounts.Contains(d.Account)).ToListAsync(cancel);
            write.Context.MemberDecisions.RemoveRange(gone);
            return new(new { Accounts = gone.Count }, null);
        }, cancel);

    private Task<SignalState> DecideMembersAsync(
        Actor actor, string verb, string signal, int version, IReadOnlyCollection<ulong> accounts, bool included, string reason, CancellationToken cancel)
    {
        var because = Given.Text("reason", reason, Given.LongestText);
        if (accounts.Count is 0 or > MostAccounts) throw new Problem($"{accounts.Count} accounts are named", "accounts", $"name 1 to {MostAccounts}");
        return JudgeAsync(actor, verb, signal, version, async (write, _) =>
        {
            var known = await write.Context.MemberDecisions.Where(d => d.SignalId == signal && accounts.Contains(d.Account)).ToListAsync(cancel);
            write.Context.MemberDecisions.RemoveRange(known);
            await write.Context.SaveChangesAsync(cancel);
            write.Context.MemberDecisions.AddRange(accounts.Distinct().Select(account => new MemberDecision
            {
                SignalId = signal,
                Account = account,
                Included = included,
                Reason = because,
                ById = actor.Id,
                ByName = actor.Name,
                At = write.Now,
            }));
            return new(null, new { Accounts = accounts.Take(20).Select(a => $"{a}"), accounts.Count, Reason = because });
        }, cancel);
    }
}
