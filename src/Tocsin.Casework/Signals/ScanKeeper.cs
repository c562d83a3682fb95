using Microsoft.EntityFrameworkCore;
using Tocsin.Core.Detection;

namespace Tocsin.Casework;

/// <summary>Writes what a scan changed, and does what the changes mean for snoozed and decided signals.</summary>
internal sealed class ScanKeeper(Write write)
{
    private const double NotableGrowth = 1.2;
    private const string Grown = "grown";

    private CaseworkContext Context => write.Context;

    public async Task KeepAsync(IReadOnlyList<Signal> changed)
    {
        string[] ids = [.. changed.Select(signal => signal.Id)];
        var rows = await Context.Signals.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id);
        changed = await ResumeAsync(changed, rows);
        await Context.SignalMembers.Where(member => ids.Contains(member.SignalId)).ExecuteDeleteAsync();
        await Context.SignalDocuments.Where(document => ids.Contains(document.SignalId)).ExecuteDeleteAsync();
        await Context.SignalWords.Where(words => ids.Contains(words.SignalId)).ExecuteDeleteAsync();
        foreach (var signal in changed) await KeepAsync(signal, rows.GetValueOrDefault(signal.Id));
        await Context.SaveChangesAsync();
        Context.ChangeTracker.Clear();
    }

    /// <summary>A signal that had gone quiet and is raised anew by the same id goes on where it stopped: with its history.</summary>
    private async Task<IReadOnlyList<Signal>> ResumeAsync(IReadOnlyList<Signal> changed, Dictionary<string, SignalRow> rows)
    {
        string[] back = [.. changed.Where(signal => signal.Active && rows.GetValueOrDefault(signal.Id) is { Active: false }).Select(signal => signal.Id)];
        if (back.Length == 0) return changed;
        var earlier = await Context.SignalDocuments.AsNoTracking().Where(document => back.Contains(document.SignalId))
            .ToDictionaryAsync(document => document.SignalId, document => Packed.Open<Signal>(document.Document));
        return [.. changed.Select(signal => earlier.TryGetValue(signal.Id, out var was) ? Resumed(was, signal) : signal)];
    }

    private static Signal Resumed(Signal was, Signal signal) => signal.History.Take(was.History.Count).SequenceEqual(was.History)
        ? signal
        : signal with { Raised = was.Raised, History = [.. was.History, .. signal.History] };

    private async Task KeepAsync(Signal signal, SignalRow? row)
    {
        var change = signal.History is [.., var last] ? last : new SignalChange(signal.Updated, "changed", "");
        if (row is null)
        {
            row = SignalColumns.New(signal);
            Context.Signals.Add(row);
        }
        else
        {
            SignalColumns.Update(row, signal);
            row.Novelty = Novelty.Recurring;
        }
        row.Version++;
        write.Record($"signal.{change.What}", $"signal:{row.Id}", null, new { row.Score, row.Accounts, change.Sentence }, row.Version);
        AddDocuments(signal, change);
        if (row is { State: SignalStatus.Snoozed, SnoozedUntilGrown: true } && change.What == Grown) await WakeAsync(row);
        if (row is { State: SignalStatus.Decided, DecidedAccounts: { } then } && row.Accounts >= NotableGrowth * then && row.Active) await ReopenAsync(row, then);
    }

    private void AddDocuments(Signal signal, SignalChange change)
    {
        var document = Packed.Of(signal);
        Context.SignalDocuments.Add(new SignalDocument { SignalId = signal.Id, Document = document });
        Context.SignalWords.Add(new SignalWords { SignalId = signal.Id, Text = SignalColumns.Words(signal) });
        Context.SignalMembers.AddRange(signal.Members.Select(member => member.Account).Distinct().Select(account => new SignalMember { SignalId = signal.Id, Account = account }));
        Context.SignalVersions.Add(new SignalVersion
        {
            SignalId = signal.Id,
            At = signal.Updated,
            Change = change.What,
            Sentence = change.Sentence,
            Score = signal.Score,
            Accounts = signal.Members.Count,
            Document = document,
        });
    }

    private async Task WakeAsync(SignalRow row)
    {
        var told = row.AssigneeId ?? row.SnoozedBy;
        row.Wake();
        write.Record("signal.woken", $"signal:{row.Id}", new { State = SignalStatus.Snoozed }, new { row.State }, row.Version);
        await write.NotifyAsync(told, "woken", $"signal:{row.Id}", $"{row.Id} has grown to {row.Accounts} accounts.");
    }

    private async Task ReopenAsync(SignalRow row, int then)
    {
        var decider = await Context.Dispositions.Where(d => d.Id == row.DispositionId).Select(d => d.ById).SingleOrDefaultAsync();
        row.State = SignalStatus.Open;
        write.Record("signal.reopened", $"signal:{row.Id}", new { State = SignalStatus.Decided, Accounts = then }, new { row.State, row.Accounts }, row.Version);
        await write.NotifyAsync(row.AssigneeId ?? decider, "reopened", $"signal:{row.Id}", $"{row.Id} has grown from {then} to {row.Accounts} accounts since it was decided.");
    }
}
