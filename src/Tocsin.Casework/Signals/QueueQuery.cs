using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>
/// The filter as a query. What other tables tell (words, labels, tags, members) becomes a set of ids first, each found by an
/// index of its own. What facets count by is apart, because each facet is counted without its own filter.
/// </summary>
internal sealed class QueueQuery(CaseworkContext context, QueueFilter filter, DateTimeOffset now)
{
    /// <summary>Ids that words, member and what was done leave over; null when none is asked for.</summary>
    private HashSet<string>? _found;
    private HashSet<string>? _labelled;
    private HashSet<string>? _tagged;

    public static async Task<QueueQuery> PrepareAsync(CaseworkContext context, QueueFilter filter, DateTimeOffset now, CancellationToken cancel)
    {
        var query = new QueueQuery(context, filter, now);
        query._found = Both(Both(await query.SpokenAsync(cancel), await query.JoinedAsync(cancel)), await query.DoneAsync(cancel));
        query._labelled = await query.LabelledAsync(cancel);
        query._tagged = await query.TaggedAsync(cancel);
        return query;
    }

    public IQueryable<SignalRow> Matching(bool byLabel = true, bool byTag = true) => Faceted(Basic(byLabel, byTag));

    /// <summary>Without what facets of single values ask for.</summary>
    public IQueryable<SignalRow> Basic(bool byLabel = true, bool byTag = true)
    {
        var rows = context.Signals.AsNoTracking();
        if (filter.Active is { } active) rows = rows.Where(s => s.Active == active);
        var ids = Both(_found, Both(byLabel ? _labelled : null, byTag ? _tagged : null));
        return ids is null ? rows : rows.Where(s => ids.Contains(s.Id));
    }

    /// <summary>The people asked for, <see cref="QueueFilter.Me"/> by their id.</summary>
    public static string[] People(QueueFilter filter) =>
        [.. filter.Assignees.Where(a => a != QueueFilter.Nobody).Select(a => a == QueueFilter.Me ? filter.Viewer : a).OfType<string>()];

    private static HashSet<string>? Both(HashSet<string>? one, HashSet<string>? other) =>
        one is null ? other : other is null ? one : [.. one.Where(other.Contains)];

    private async Task<HashSet<string>?> SpokenAsync(CancellationToken cancel)
    {
        var words = SignalColumns.Fold(filter.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return null;
        var rows = context.SignalWords.AsQueryable();
        foreach (var pattern in words.Select(word => $"%{Like.Escape(word)}%")) rows = rows.Where(w => EF.Functions.Like(w.Text, pattern, Like.EscapeCharacter));
        return await rows.Select(w => w.SignalId).ToHashSetAsync(cancel);
    }

    private async Task<HashSet<string>?> JoinedAsync(CancellationToken cancel) => filter.Account is not { } account
        ? null
        : await context.SignalMembers.Where(m => m.Account == account).Select(m => m.SignalId).ToHashSetAsync(cancel);

    private async Task<HashSet<string>?> DoneAsync(CancellationToken cancel)
    {
        if (filter.Since is not { } since) return null;
        var prefix = Subject.Signal("").ToString();
        var subjects = await context.Audit.Where(e => e.Id > since.After && e.Verb == since.Verb && e.Subject.StartsWith(prefix)).Select(e => e.Subject).Distinct().ToListAsync(cancel);
        return [.. subjects.Select(subject => subject[prefix.Length..])];
    }

    private async Task<HashSet<string>?> LabelledAsync(CancellationToken cancel) => filter.Labels is not { Count: > 0 } labels
        ? null
        : await context.Labels.Where(l => l.SubjectKind == SubjectKind.Signal && labels.Contains(l.Text) && (l.Expires == null || l.Expires > now))
            .Select(l => l.SubjectId).ToHashSetAsync(cancel);

    private async Task<HashSet<string>?> TaggedAsync(CancellationToken cancel) => filter is not { Tags: { Count: > 0 } tags, Viewer: { } viewer }
        ? null
        : await context.Tags.Where(t => t.OwnerId == viewer && t.SubjectKind == SubjectKind.Signal && tags.Contains(t.Text)).Select(t => t.SubjectId).ToHashSetAsync(cancel);

    private IQueryable<SignalRow> Faceted(IQueryable<SignalRow> rows)
    {
        if (filter.States is { Count: > 0 } states)
            rows = rows.Where(s => states.Contains(s.State == SignalStatus.Snoozed && s.SnoozedUntil <= now ? SignalStatus.Open : s.State));
        if (filter.Kinds is { Count: > 0 } kinds) rows = rows.Where(s => kinds.Contains(s.Kind));
        if (filter.Detectors is { Count: > 0 } detectors) rows = rows.Where(s => detectors.Contains(s.Detector));
        if (filter.Severities is { Count: > 0 } severities) rows = rows.Where(s => severities.Contains(s.Severity));
        if (filter.Likelihoods is { Count: > 0 } likelihoods) rows = rows.Where(s => likelihoods.Contains(s.Likelihood));
        if (filter.Novelties is { Count: > 0 } novelties) rows = rows.Where(s => novelties.Contains(s.Novelty));
        if (filter.Dispositions is { Count: > 0 } decided) rows = rows.Where(s => s.LastDisposition != null && decided.Contains(s.LastDisposition.Value));
        if (filter.Assignees.Count > 0)
        {
            var people = People(filter);
            rows = filter.Assignees.Contains(QueueFilter.Nobody)
                ? rows.Where(s => s.AssigneeId == null || people.Contains(s.AssigneeId))
                : rows.Where(s => s.AssigneeId != null && people.Contains(s.AssigneeId));
        }
        return filter.Platforms.Count > 0 ? rows.Where(AnyPlatform(filter.Platforms)) : rows;
    }

    private static Expression<Func<SignalRow, bool>> AnyPlatform(IReadOnlyList<string> platforms)
    {
        Expression<Func<SignalRow, bool>> any = s => false;
        foreach (var pattern in platforms.Select(NameList.Pattern))
        {
            Expression<Func<SignalRow, bool>> one = s => EF.Functions.Like(s.Platforms, pattern, Like.EscapeCharacter);
            var body = new Swap(one.Parameters[0], any.Parameters[0]).Visit(one.Body);
            any = Expression.Lambda<Func<SignalRow, bool>>(Expression.OrElse(any.Body, body), any.Parameters);
        }
        return any;
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
