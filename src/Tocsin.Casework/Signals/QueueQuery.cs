using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Tocsin.Casework;

/// <summary>The filter as a query. What facets count by is apart, because each facet is counted without its own filter.</summary>
internal static class QueueQuery
{
    public static IQueryable<SignalRow> Matching(CaseworkContext context, QueueFilter filter, DateTimeOffset now) =>
        Faceted(Basic(context, filter, now), filter, now);

    /// <summary>By what no facet of single values counts: text, labels, tags, member.</summary>
    public static IQueryable<SignalRow> Basic(CaseworkContext context, QueueFilter filter, DateTimeOffset now)
    {
        var rows = context.Signals.AsNoTracking();
        if (filter.Active is { } active) rows = rows.Where(s => s.Active == active);
        foreach (var word in Words(filter.Text))
        {
            var pattern = $"%{Like.Escape(word)}%";
            rows = rows.Where(s => context.SignalWords.Any(w => w.SignalId == s.Id && EF.Functions.Like(w.Text, pattern, Like.EscapeCharacter)));
        }
        if (filter.Account is { } account) rows = rows.Where(s => context.SignalMembers.Any(m => m.SignalId == s.Id && m.Account == account));
        if (filter.Labels is { Count: > 0 } labels)
        {
            rows = rows.Where(s => context.Labels.Any(l =>
                l.SubjectKind == SubjectKind.Signal && l.SubjectId == s.Id && labels.Contains(l.Text) && (l.Expires == null || l.Expires > now)));
        }
        if (filter is { Tags: { Count: > 0 } tags, Viewer: { } viewer })
            rows = rows.Where(s => context.Tags.Any(t => t.OwnerId == viewer && t.SubjectKind == SubjectKind.Signal && t.SubjectId == s.Id && tags.Contains(t.Text)));
        return rows;
    }

    private static IQueryable<SignalRow> Faceted(IQueryable<SignalRow> rows, QueueFilter filter, DateTimeOffset now)
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

    /// <summary>The people asked for, <see cref="QueueFilter.Me"/> by their id.</summary>
    public static string[] People(QueueFilter filter) =>
        [.. filter.Assignees.Where(a => a != QueueFilter.Nobody).Select(a => a == QueueFilter.Me ? filter.Viewer : a).OfType<string>()];

    private static string[] Words(string? text) => SignalColumns.Fold(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

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
