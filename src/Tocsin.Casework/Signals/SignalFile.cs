using Microsoft.EntityFrameworkCore;
using Tocsin.Core.Detection;

namespace Tocsin.Casework;

/// <summary>One line of what scans did to a signal.</summary>
public sealed record SignalStep(long Id, DateTimeOffset At, string Change, string Sentence, double Score, int Accounts);

/// <summary>A signal with all that people and scans did to it; lists are oldest first.</summary>
/// <param name="State">The row.</param>
/// <param name="Signal">The signal whole.</param>
/// <param name="Labels">Those that hold now.</param>
/// <param name="Tags">The viewer's own.</param>
public sealed record SignalFile(
    SignalState State,
    Signal Signal,
    IReadOnlyList<SignalStep> History,
    IReadOnlyList<Disposition> Dispositions,
    IReadOnlyList<Comment> Comments,
    IReadOnlyList<Label> Labels,
    IReadOnlyList<Tag> Tags,
    IReadOnlyList<MemberDecision> Members)
{
    internal static async Task<SignalFile?> ReadAsync(CaseworkContext context, string id, string? viewer, DateTimeOffset now, CancellationToken cancel)
    {
        context.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var row = await context.Signals.SingleOrDefaultAsync(s => s.Id == id, cancel);
        if (row is null) return null;
        var document = await context.SignalDocuments.SingleAsync(d => d.SignalId == id, cancel);
        return new SignalFile(
            SignalState.Of(row, now),
            Packed.Open<Signal>(document.Document),
            await context.SignalVersions.Where(v => v.SignalId == id).OrderBy(v => v.Id)
                .Select(v => new SignalStep(v.Id, v.At, v.Change, v.Sentence, v.Score, v.Accounts)).ToListAsync(cancel),
            await context.Dispositions.Where(d => d.SignalId == id).OrderBy(d => d.Id).ToListAsync(cancel),
            await context.Comments.Where(c => c.SignalId == id).OrderBy(c => c.Id).ToListAsync(cancel),
            await context.Labels.Where(l => l.SubjectKind == SubjectKind.Signal && l.SubjectId == id && (l.Expires == null || l.Expires > now)).OrderBy(l => l.Id).ToListAsync(cancel),
            await context.Tags.Where(t => t.OwnerId == viewer && t.SubjectKind == SubjectKind.Signal && t.SubjectId == id).OrderBy(t => t.Id).ToListAsync(cancel),
            await context.MemberDecisions.Where(m => m.SignalId == id).OrderBy(m => m.At).ThenBy(m => m.Account).ToListAsync(cancel));
    }
}
