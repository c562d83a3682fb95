using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Tocsin.Casework;

namespace Tocsin.Console.Screens.Networks;

/// <summary>The list of networks as its address says it.</summary>
/// <param name="Text">Words to look for; null for none.</param>
/// <param name="Cursor">Where the page begins; null at the start.</param>
public sealed record NetworkList(string? Text, QueueSort Sort, string? Cursor)
{
    public const int PageSize = 100;

    public static NetworkList Of(IQueryCollection query) => new(
        query["q"].FirstOrDefault()?.Trim() is { Length: > 0 } text ? text : null,
        Enum.TryParse<QueueSort>(query["sort"], ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : QueueSort.Score,
        query["cursor"].FirstOrDefault() is { Length: > 0 } cursor ? cursor : null);

    public string SortName => Sort.ToString().ToLowerInvariant();

    public QueueFilter Filter => new() { Kinds = ["network"], Text = Text, Sort = Sort };

    public string Address(string path = "/networks")
    {
        var query = new QueryBuilder();
        if (Text is not null) query.Add("q", Text);
        if (Sort != QueueSort.Score) query.Add("sort", SortName);
        if (Cursor is not null) query.Add("cursor", Cursor);
        return path + query;
    }
}
